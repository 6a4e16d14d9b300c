import { type Scene } from './scene';

export interface SitePage {
  readonly name: string;
  readonly path: string;
  /** Who looks at it; nobody logged in where it is absent. */
  readonly role?: 'owner' | 'head' | 'dispatcher' | 'leader' | 'admin';
}

/** Every page of the web app, with somebody who may see it. */
export function siteMap(scene: Scene): SitePage[] {
  const { runningCode, resolvedCode, mergedCode, number, busyNumber, sessionId, preview } = scene;
  return [
    { name: 'report', path: '/' },
    { name: 'track', path: '/track' },
    { name: 'tracked-running', path: `/track/${runningCode}` },
    { name: 'tracked-resolved', path: `/track/${resolvedCode}` },
    { name: 'tracked-merged', path: `/track/${mergedCode}` },
    { name: 'not-found', path: '/nowhere' },
    { name: 'login', path: '/login' },
    { name: 'work-owner', path: '/work', role: 'owner' },
    { name: 'work-head', path: '/work', role: 'head' },
    { name: 'work-dispatcher', path: '/work', role: 'dispatcher' },
    { name: 'work-leader', path: '/work', role: 'leader' },
    { name: 'work-all', path: '/work?view=all', role: 'dispatcher' },
    { name: 'ticket', path: `/tickets/${number}`, role: 'dispatcher' },
    { name: 'ticket-busy-head', path: `/tickets/${busyNumber}`, role: 'head' },
    { name: 'ticket-busy-leader', path: `/tickets/${busyNumber}`, role: 'leader' },
    { name: 'sessions', path: '/sessions', role: 'dispatcher' },
    { name: 'session-new', path: '/sessions/new', role: 'dispatcher' },
    { name: 'session-lines', path: `/sessions/${sessionId}`, role: 'dispatcher' },
    {
      name: 'session-preview',
      path: `/sessions/${preview.sessionId}?import=${preview.importId}`,
      role: 'dispatcher',
    },
    { name: 'notifications', path: '/notifications', role: 'dispatcher' },
    { name: 'policies', path: '/admin/policies', role: 'admin' },
    { name: 'rules', path: '/admin/rules', role: 'admin' },
  ];
}
