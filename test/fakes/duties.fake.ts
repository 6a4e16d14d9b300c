import { DutyQueries, type Holding, LoginSessions } from '@app/application';
import { refuseByTable, type Ticket } from '@app/domain';
import { WORKER } from '../builders/ticket.builder';
import { FakeTicketRows } from './tickets.fake';

export class FakeDutyQueries extends DutyQueries {
  constructor(readonly rows = new FakeTicketRows()) {
    super();
  }

  holdings(): Promise<readonly Holding[]> {
    const all = this.rows.tickets.flatMap(holdingsIn);
    return Promise.resolve([...new Map(all.map((holding) => [JSON.stringify(holding), holding])).values()]);
  }

  unfit(personId: string, departments: readonly string[], limit: number): Promise<readonly string[]> {
    const isUnfit = (ticket: Ticket) =>
      holdingsIn(ticket).some((held) => held.personId === personId && !departments.includes(held.department));
    const ids = this.rows.tickets.filter(isUnfit).map(({ id }) => id);
    return Promise.resolve(ids.sort().slice(0, limit));
  }
}

/** What somebody is accountable for here and does not await another one. */
function holdingsIn(ticket: Ticket): Holding[] {
  if (refuseByTable(ticket, 'flagReassignment', WORKER)) return [];
  const { owner, department = '', reassignment, subTasks } = ticket;
  return [
    ...(owner && !reassignment ? [{ personId: owner.id, department }] : []),
    ...subTasks
      .filter((task) => task.state === 'open' && !task.reassignment)
      .map((task) => ({ personId: task.coHandler.id, department: task.department })),
  ];
}

export class FakeLoginSessions extends LoginSessions {
  readonly ended: string[] = [];

  endAll(personId: string): Promise<void> {
    this.ended.push(personId);
    return Promise.resolve();
  }
}
