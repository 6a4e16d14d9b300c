import { type PersonProfile, workDepartmentsOf } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { DutyQueries } from '../../ports/duty-queries.port';
import { OfficeRepository } from '../../ports/office-repository.port';
import { ExecuteTicketCommandHandler } from '../../ticket/execute-command/execute-ticket-command.handler';

const WORKER = { kind: 'system', name: 'worker' } as const;
const BATCH = 100;

/** Refusals that only mean: the ticket has moved on, and nobody is accountable for anything there any more. */
const HARMLESS = new Set(['TICKET.ILLEGAL_TRANSITION', 'TICKET.NOT_FOUND']);

/**
 * Makes a re-assignment of every open duty whose holder can no longer have it: who has left, or does not work in that
 * department any more. It goes by what is stored, so it may run at any time, anywhere, and be cut off anywhere.
 */
@Injectable()
export class ReleaseDutiesHandler {
  constructor(
    private readonly duties: DutyQueries,
    private readonly office: OfficeRepository,
    private readonly commands: ExecuteTicketCommandHandler,
  ) {}

  /** Looks at one person; answers how many tickets were concerned. */
  async execute(personId: string): Promise<number> {
    const person = (await this.office.person(personId))?.item;
    const departments = person ? workDepartmentsOf(person) : [];
    const seen = new Set<string>();
    for (;;) {
      const found = await this.duties.unfit(personId, departments, BATCH);
      const fresh = found.filter((id) => !seen.has(id));
      if (fresh.length === 0) return seen.size;
      for (const id of fresh) {
        await this.flag(id, personId, reasonOf(person));
        seen.add(id);
      }
    }
  }

  /**
   * Looks at everyone who is accountable for something open: what was reopened later, or dispatched at the very moment
   * of a change, is found here. Answers how many people could not keep all they had.
   */
  async everyone(): Promise<number> {
    const [holdings, staff] = await Promise.all([this.duties.holdings(), this.office.staff()]);
    const fit = new Map(staff.map((person) => [person.id, workDepartmentsOf(person)]));
    const unfit = holdings.filter(({ personId, department }) => !fit.get(personId)?.includes(department));
    const people = new Set(unfit.map(({ personId }) => personId));
    for (const personId of people) await this.execute(personId);
    return people.size;
  }

  private async flag(ticketId: string, personId: string, reason: string): Promise<void> {
    const command = { name: 'flagReassignment', personId, reason } as const;
    const result = await this.commands.execute(ticketId, { command, actor: WORKER });
    if (!result.ok && !HARMLESS.has(result.error.code))
      throw new Error(`ticket ${ticketId} could not be flagged: ${result.error.code}`);
  }
}

function reasonOf(person: PersonProfile | undefined): string {
  return person?.active ? '不再负责该部门的工作' : '已离岗，账号停用';
}
