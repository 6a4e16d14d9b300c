import { aTicket } from '../../../../test/builders/ticket.builder';
import { type Actor } from './actor.types';

it('takes a comment from a hidden reporter’s account as the reporter’s own, which is public', () => {
  const reporter: Actor = {
    kind: 'person',
    id: 'student',
    name: '李雷',
    role: 'reporter',
    accountAlias: 'alias',
  };
  const hidden = aTicket({
    reporter: { identity: 'hidden', userId: 'student', name: '李雷' },
    accountAlias: 'alias',
  });
  const { log } = hidden.give({ name: 'comment', text: '请尽快', visibility: 'internal' }, reporter).build();
  expect(log.at(-1)?.facts).toEqual({ visibility: 'public', byReporter: true });
});
