import { LETTER_KINDS, TICKET_EVENT_TYPES } from '@app/domain';
import { administrationZh } from '../../apps/web/src/i18n/administration.zh.words';
import { reporterZh } from '../../apps/web/src/i18n/reporter.zh.words';

/** The English words have the same keys, which their type sees to. */
describe('the web app has words', () => {
  it('for every kind of letter', () => {
    expect(Object.keys(administrationZh.notifications.kind).sort()).toEqual([...LETTER_KINDS].sort());
  });

  it('for every event of a ticket', () => {
    expect(Object.keys(reporterZh.event).sort()).toEqual([...TICKET_EVENT_TYPES].sort());
  });
});
