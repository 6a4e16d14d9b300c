import { readFile } from 'node:fs/promises';
import { ApiClient, type Json, until } from '../quickstart/api-client';
import { type DemoAccount } from '../quickstart/demo-accounts';
import { importMinutes, type TicketView } from '../quickstart/forum-import';

const MINUTES = 'samples/forum-minutes.xlsx';

/** What the pages need to have something to show. */
export interface Scene {
  /** Of a ticket that is being worked on, and of one that waits for its rating. */
  readonly runningCode: string;
  readonly resolvedCode: string;
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
    if (upTo === 'accepted') return sent;
    await owner.post(`${path}/submit-result`, { text });
    if (upTo === 'resolved') await head.post(`${path}/approve-result`);
    return sent;
  };
  const running = await report(
    {
      title: '8号宿舍楼3楼水房热水器坏了',
      description: '热水器坏了一个多月，报修三次没人来，希望尽快修好。',
      location: '西校区8号楼3楼水房',
    },
    'accepted',
  );
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
