import { readFile } from 'node:fs/promises';
import { ApiClient, type Json, until } from '../quickstart/api-client';
import { type DemoAccount } from '../quickstart/demo-accounts';
import { importMinutes, type TicketView } from '../quickstart/forum-import';
import { photo } from './photo';

const MINUTES = 'samples/forum-minutes.xlsx';
const DAY_MS = 86_400_000;

/** What the pages need to have something to show. */
export interface Scene {
  /** Of a ticket that is being worked on, and of one that waits for its rating. */
  readonly runningCode: string;
  readonly resolvedCode: string;
  /** Of one that follows another, whose clock stands still. */
  readonly mergedCode: string;
  /** A ticket with a request, notices and a sub-task open. */
  readonly busyNumber: string;
  /** A ticket in review. */
  readonly number: string;
  readonly sessionId: string;
  /** An import that waits, previewed, in a session of its own. */
  readonly preview: { readonly sessionId: string; readonly importId: string };
}

/** Puts tickets, a session with lines and a previewed import into a running Duban with demo accounts. */
export async function setScene(url: string, accounts: readonly DemoAccount[]): Promise<Scene> {
  const as = (fits: (account: DemoAccount) => boolean): Promise<ApiClient> => {
    const account = accounts.find(fits);
    if (!account) throw new Error('a demo account is missing');
    return new ApiClient(url).login(account.username, account.password);
  };
  const dispatcher = await as(({ role }) => role === 'dispatcher');

  const upload = async (colour: string, name: string) => {
    const form = new FormData();
    form.append('file', await photo(colour), name);
    const { id } = await new ApiClient(url).post<{ id: string }>('/attachments', form);
    return id;
  };
  const report = async (ticket: Json, upTo: 'accepted' | 'in-review' | 'resolved', text = '') => {
    const sent = await new ApiClient(url).post<{ number: string; trackingCode: string }>('/tickets', ticket);
    const { ownerUsername, department } = await until(
      `${sent.number} to be dispatched`,
      () => dispatcher.get<TicketView>(`/tickets/${sent.number}`),
      ({ status }) => status === 'dispatched',
    );
    const owner = await as(({ username }) => username === ownerUsername);
    const head = await as((account) => account.role === 'head' && account.department === department);
    const path = `/tickets/${sent.number}`;
    await owner.post(`${path}/accept`);
    if (upTo !== 'accepted') await owner.post(`${path}/submit-result`, { text });
    if (upTo === 'resolved') await head.post(`${path}/approve-result`);
    return { ...sent, path, owner, head };
  };
  const director = await as(({ role }) => role === 'director');
  const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const running = await report(
    {
      title: '8号宿舍楼3楼水房热水器坏了',
      description: '热水器坏了一个多月，报修三次没人来，希望尽快修好。',
      location: '西校区8号楼3楼水房',
      attachments: [await upload('#8a5a3c', '水房.jpg'), await upload('#4a6a8c', '热水器铭牌.jpg')],
    },
    'accepted',
  );
  const busy = await report(
    {
      title: '一食堂二楼洗碗间排水不畅',
      description: '洗碗间地漏排水慢，高峰时积水漫到取餐区。',
      location: '一食堂二楼',
      attachments: [await upload('#3c7a5a', '积水.jpg')],
    },
    'accepted',
  );
  await busy.owner.post(`${busy.path}/add-co-handler`, {
    coHandler: 'property.owner1',
    department: 'property',
    text: '疏通一食堂东侧室外主管，检查是否有油脂堵塞',
    dueAt: inDays(2),
  });
  await director.post(`${busy.path}/supervise`, { text: '高峰期须有专人清水，两日内说明进展。' });
  await director.post(`${busy.path}/instruct`, { text: '食品安全无小事，请尽快解决。' });
  const { notices, resolveDueAt } = await director.get<{
    notices: readonly { id: string }[];
    resolveDueAt: string;
  }>(busy.path);
  await busy.owner.post(`${busy.path}/answer-notice`, {
    noticeId: notices[0]?.id,
    text: '已安排保洁员高峰期值守，地漏改造材料周四到货。',
  });
  await busy.owner.post(`${busy.path}/request-extension`, {
    until: new Date(new Date(resolveDueAt).getTime() + 4 * DAY_MS).toISOString(),
    reason: '改造用的不锈钢水槽需要定制，厂家四天后送到',
  });
  const paused = await report(
    { title: '二食堂热水机停用', description: '二食堂热水机显示故障，打不了热水。', location: '二食堂一楼' },
    'accepted',
  );
  await paused.owner.post(`${paused.path}/request-pause`, {
    until: inDays(3),
    reason: '控制板需要厂家寄来，预计三天后到货',
  });
  await paused.head.post(`${paused.path}/approve`);
  const merged = await new ApiClient(url).post<{ number: string; trackingCode: string }>('/tickets', {
    title: '同样的情况',
    description: '和其他同学反映的一样，希望早点修好',
  });
  await until(
    'it to wait for the dispatcher',
    () => dispatcher.get<TicketView & { queueReason?: string }>(`/tickets/${merged.number}`),
    ({ queueReason }) => queueReason !== undefined,
  );
  await dispatcher.post(`/tickets/${merged.number}/merge`, { into: paused.number });
  const review = await report(
    {
      title: '三食堂地面油污湿滑',
      description: '三食堂二楼打饭窗口前地面有油污，昨天有同学滑倒。',
      location: '三食堂二楼',
    },
    'in-review',
    '已彻底清洗地面并铺设防滑垫，每餐后专人拖洗。',
  );
  const resolved = await report(
    {
      title: '5号楼206暖气不热',
      description: '暖气从周末开始不热，室内只有14度左右。',
      location: '5号楼206',
    },
    'resolved',
    '已排气并更换阀门，当晚室温恢复到21度。',
  );

  const { items } = await dispatcher.get<{ items: { id: string; lineCount: number }[] }>('/sessions');
  const sessionId =
    items.find(({ lineCount }) => lineCount > 0)?.id ?? (await importMinutes(dispatcher, MINUTES)).sessionId;
  return {
    runningCode: running.trackingCode,
    resolvedCode: resolved.trackingCode,
    mergedCode: merged.trackingCode,
    busyNumber: busy.number,
    number: review.number,
    sessionId,
    preview: await previewIn(dispatcher),
  };
}

async function previewIn(dispatcher: ApiClient): Promise<Scene['preview']> {
  const { id } = await dispatcher.post<{ id: string }>('/sessions', {
    kind: 'forum',
    title: '2026年春季学期师生代表座谈会',
    heldAt: '2026-04-15T15:00:00+08:00',
    place: '第三会议室',
    host: '后勤处处长',
  });
  const form = new FormData();
  form.append('file', new Blob([await readFile(MINUTES)]), '座谈会意见建议汇总表.xlsx');
  const { importId } = await dispatcher.post<{ importId: string }>(`/sessions/${id}/imports`, form);
  await until(
    'the preview',
    () => dispatcher.get<{ status: string }>(`/imports/${importId}`),
    ({ status }) => status === 'previewed',
  );
  return { sessionId: id, importId };
}
