import { ApiClient, type Json, until } from './api-client';
import { importMinutes, type TicketView } from './forum-import';
import { type RunningSystem } from './system';

interface Report {
  readonly ticket: Json;
  /** How far the demo takes it. */
  readonly upTo: 'dispatched' | 'accepted' | 'in-review' | 'resolved' | 'closed';
  readonly result?: string;
}

const contact = { name: '周同学', phone: '13900000001', email: 'student1@duban.example' };

const REPORTS: readonly Report[] = [
  {
    ticket: {
      title: '7号楼412暖气不热',
      description: '7号楼412房间暖气从周末开始不热，室内只有13度左右。',
      location: '7号楼412',
      contact,
    },
    upTo: 'accepted',
  },
  {
    ticket: {
      title: '一食堂二楼麻辣烫分量变少',
      description: '价格没变，菜量明显比上个月少了，能不能公示一下标准？',
      location: '一食堂二楼',
      anonymous: true,
    },
    upTo: 'in-review',
    result: '已与窗口核对配菜标准，每份净菜不少于350克并在窗口公示，食堂每日抽查。',
  },
  {
    ticket: {
      title: '逸夫楼三楼卫生间堵塞',
      description: '下水道堵塞，污水外溢，气味很大，课间没法用。',
      location: '逸夫楼三楼',
      contact,
    },
    upTo: 'resolved',
    result: '已疏通主管道并更换破损地漏，清洗消毒两遍。',
  },
  {
    ticket: {
      title: '图书馆南侧路灯不亮',
      description: '图书馆南侧道路有五盏路灯不亮，晚上回宿舍不安全。',
      location: '图书馆南侧',
      contact,
    },
    upTo: 'closed',
    result: '更换镇流器5只，五盏路灯当晚恢复照明。',
  },
  {
    ticket: {
      title: '请问能不能帮忙看一下',
      description: '不知道归哪个部门管，先反映一下，希望有人联系我。',
      contact,
    },
    upTo: 'dispatched',
  },
];

/** Fills a new system with believable data by using it: minutes imported, tickets in every state. Once per folder. */
export async function tellDemoStory(system: RunningSystem, log: (line: string) => void): Promise<void> {
  const as = async (fits: (account: RunningSystem['accounts'][number]) => boolean): Promise<ApiClient> => {
    const account = system.accounts.find(fits);
    if (!account) throw new Error('a demo account is missing');
    return new ApiClient(system.url).login(account.username, account.password);
  };
  const dispatcher = await as(({ role }) => role === 'dispatcher');
  const { items } = await dispatcher.get<{ items: unknown[] }>('/sessions');
  if (items.length > 0) return;
  const { result } = await importMinutes(dispatcher, 'samples/forum-minutes.xlsx');
  log(`demo data: ${result.created} tickets from a forum's minutes`);
  for (const { ticket, upTo, result: text } of REPORTS) {
    const { number, trackingCode } = await new ApiClient(system.url).post<{
      number: string;
      trackingCode: string;
    }>('/tickets', ticket);
    const placed = await until(
      `${number} to be placed`,
      () => dispatcher.get<TicketView & { queueReason?: string }>(`/tickets/${number}`),
      ({ status, queueReason }) => status === 'dispatched' || queueReason !== undefined,
    );
    if (upTo === 'dispatched' || placed.status !== 'dispatched') continue;
    const owner = await as(({ username }) => username === placed.ownerUsername);
    await owner.post(`/tickets/${number}/accept`);
    if (upTo === 'accepted') continue;
    await owner.post(`/tickets/${number}/submit-result`, { text: text ?? '' });
    if (upTo === 'in-review') continue;
    const head = await as(({ role, department }) => role === 'head' && department === placed.department);
    await head.post(`/tickets/${number}/approve-result`);
    if (upTo === 'closed')
      await new ApiClient(system.url).post(`/tracking/${trackingCode}/rating`, {
        solved: true,
        contacted: true,
        satisfaction: 5,
      });
  }
  log(`demo data: ${REPORTS.length} tickets reported online, in every state`);
}
