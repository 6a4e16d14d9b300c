import {
  type Actor,
  chooseOwner,
  type Person,
  type Priority,
  resolvePolicyCode,
  type Ticket,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../ports/clock.port';
import { Directory } from '../../ports/directory.port';
import { refused, type Result } from '../../result.types';
import { ExecuteTicketCommandHandler } from '../execute-command/execute-ticket-command.handler';

export interface DispatchTicketCommand {
  /** Code of the department. */
  readonly department: string;
  /** Code of the category; it decides the policy. */
  readonly category: string;
  readonly priority: Priority;
  /** Id of the owner; where absent, whoever of the department carries least. */
  readonly ownerId?: string;
  readonly basis: string;
  readonly actor: Actor;
  readonly commandId?: string;
  readonly correlationId?: string;
}

@Injectable()
export class DispatchTicketHandler {
  /** The last choice in each department: choices wait for each other here, so that each sees the one before. */
  private readonly lastChoice = new Map<string, Promise<unknown>>();

  constructor(
    private readonly directory: Directory,
    private readonly commands: ExecuteTicketCommandHandler,
    private readonly clock: Clock,
  ) {}

  /** Dispatches with an owner, category and both deadlines in one write, or says why not. */
  execute(ticketId: string, command: DispatchTicketCommand): Promise<Result<Ticket>> {
    const before = this.lastChoice.get(command.department) ?? Promise.resolve();
    const choice = before.then(() => this.dispatch(ticketId, command));
    this.lastChoice.set(
      command.department,
      choice.catch(() => undefined),
    );
    return choice;
  }

  private async dispatch(ticketId: string, command: DispatchTicketCommand): Promise<Result<Ticket>> {
    const [categories, departments] = await Promise.all([
      this.directory.categories(),
      this.directory.departments(),
    ]);
    // What is not in use any more gets no more tickets.
    const inUse = <T extends { readonly code: string; readonly active?: boolean }>(
      items: readonly T[],
      code: string,
    ) => items.find((item) => item.code === code && item.active !== false);
    if (!inUse(departments, command.department))
      return refused('TICKET.DEPARTMENT_UNKNOWN', `There is no department ${command.department} in use.`);
    const category = inUse(categories, command.category);
    if (!category) return refused('TICKET.CATEGORY_UNKNOWN', `There is no category ${command.category}.`);
    const owner = await this.ownerOf(command);
    if (!owner)
      return refused('TICKET.NO_OWNER_AVAILABLE', 'Nobody in that department is active and on duty.');
    const { department, priority, basis, actor, commandId, correlationId } = command;
    const result = await this.commands.execute(ticketId, {
      command: { name: 'dispatch', owner, department, category: category.code, priority, basis },
      policy: resolvePolicyCode(category, priority),
      actor,
      ...(commandId === undefined ? {} : { commandId }),
      ...(correlationId === undefined ? {} : { correlationId }),
    });
    if (result.ok && result.value.owner?.id === owner.id)
      await this.directory.noteAssignment(owner.id, this.clock.now());
    return result;
  }

  private async ownerOf({ ownerId, department }: DispatchTicketCommand): Promise<Person | undefined> {
    if (ownerId !== undefined) return this.directory.person(ownerId);
    const [candidates, people] = await Promise.all([
      this.directory.ownerCandidates(department),
      this.directory.people({}),
    ]);
    const id = chooseOwner(candidates, { department, people, at: this.clock.now() });
    return people.find((person) => person.id === id);
  }
}
