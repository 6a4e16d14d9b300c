import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type ApiClient, type Json, until } from './api-client';

export interface LineTicket {
  readonly number: string;
  readonly status: string;
  readonly department?: string;
  readonly owner?: string;
  readonly responseDueAt?: string;
  readonly resolveDueAt?: string;
}

export interface LineView {
  readonly row: number;
  readonly text: string;
  readonly marks: readonly { readonly kind: string }[];
  readonly ticket?: LineTicket;
}

export interface TicketView extends LineTicket {
  readonly ownerUsername?: string;
  readonly overdue: boolean;
  readonly escalationLevel: number;
  readonly auditVerified: boolean;
  readonly log: readonly { readonly type: string; readonly facts: Json }[];
}

export interface ImportView {
  readonly status: string;
  readonly total: number;
  readonly created: number;
  readonly skipped: number;
  readonly faults: readonly Json[];
  readonly problem?: { readonly code: string; readonly detail: string };
}

/** Uploads minutes into a session (a new one unless named), looks at the preview, commits, and waits for the end. */
export async function importMinutes(client: ApiClient, file: string, into?: string) {
  const sessionId = into ?? (await newSession(client));
  const form = new FormData();
  form.append('file', new Blob([await readFile(resolve(file))]), basename(file));
  form.append('commit', 'false');
  const { importId } = await client.post<{ importId: string }>(`/sessions/${sessionId}/imports`, form);
  const preview = await settled(client, importId, 'previewed');
  await client.post(`/imports/${importId}/commit`);
  const result = await settled(client, importId, 'done');
  const { lines } = await client.get<{ lines: LineView[] }>(`/sessions/${sessionId}`);
  return { sessionId, preview, result, lines };
}

async function newSession(client: ApiClient): Promise<string> {
  const session = {
    kind: 'forum',
    title: '2016年春季学期学生后勤服务座谈会',
    heldAt: '2016-04-20T15:00:00+08:00',
    place: '兰工坪校区第三会议室',
    host: '后勤处处长',
  };
  return (await client.post<{ id: string }>('/sessions', session)).id;
}

async function settled(client: ApiClient, importId: string, status: string): Promise<ImportView> {
  const view = await until(
    `the import to be ${status}`,
    () => client.get<ImportView>(`/imports/${importId}`),
    (run) => run.status === status || run.status === 'failed',
  );
  if (view.status === 'failed')
    throw new Error(`the import failed: ${view.problem?.code ?? ''} ${view.problem?.detail ?? ''}`);
  return view;
}
