import { OfficeDesk, PolicyDesk } from '@app/application';
import { aPerson, aPolicy } from '../builders/fixtures.builder';
import { FakeConfigurationLog, FakeOfficeRepository } from '../fakes/configuration.fake';
import { type DirectoryData, FakeDirectory } from '../fakes/directory.fake';
import { FakeClock, FakeIds } from '../fakes/system.fake';
import { FakeTicketRepository } from '../fakes/tickets.fake';
import { HOT_WATER, OWNER } from './office.harness';

/** The administrator who edits. */
export const BY = { id: 'a1', name: '唐思远' };

/** The desks of administration over an office in memory: one department with one owner, one category, one rule. */
export function anOfficeToEdit(data: DirectoryData = {}) {
  const tickets = new FakeTicketRepository();
  const log = new FakeConfigurationLog();
  const clock = new FakeClock();
  const ids = new FakeIds();
  const directory = new FakeDirectory(
    {
      categories: [HOT_WATER],
      keywordRules: [{ id: 'r1', keywords: ['热水'], category: HOT_WATER.code, weight: 1, enabled: true }],
      policies: [aPolicy(), aPolicy({ code: 'standard' })],
      people: [OWNER, aPerson({ id: 'a1', role: 'admin' }), aPerson({ role: 'dispatcher' })],
      ...data,
    },
    tickets.rows,
  );
  const office = new FakeOfficeRepository(directory, log);
  const desk = new OfficeDesk(office, clock, ids);
  return { tickets, log, clock, ids, directory, office, desk, policies: new PolicyDesk(desk, office) };
}
