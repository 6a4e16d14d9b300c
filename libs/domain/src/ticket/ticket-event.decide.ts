import { type EventFacts, type TicketEvent, type TicketEventType } from './ticket.events';
import { type Actor } from './actor.types';
import { type DecisionContext } from './ticket-decision.types';

/** An event of now, by the context's actor. Facts that are undefined are left out. */
export function eventOf(
  type: TicketEventType,
  context: Pick<DecisionContext, 'now' | 'actor' | 'newId' | 'commandId' | 'correlationId'>,
  facts: Readonly<Record<string, EventFacts[string] | undefined>> = {},
  text?: string,
): TicketEvent {
  const known = Object.entries(facts).filter(
    (entry): entry is [string, EventFacts[string]] => entry[1] !== undefined,
  );
  return {
    id: context.newId(),
    type,
    at: context.now,
    actor: recorded(context.actor),
    facts: Object.fromEntries(known),
    ...(text === undefined ? {} : { text }),
    ...(context.commandId === undefined ? {} : { commandId: context.commandId }),
    ...(context.correlationId === undefined ? {} : { correlationId: context.correlationId }),
  };
}

/**
 * The actor as the record keeps it: who and in what office, without what the office gave at that moment. A reporter's
 * account stands on the ticket where it may be known, and is never repeated here.
 */
function recorded(actor: Actor): Actor {
  if (actor.kind !== 'person') return actor;
  if (actor.role === 'reporter') return { kind: 'reporter' };
  const { headOf: _headOf, standsInFor: _standsInFor, accountAlias: _alias, ...identity } = actor;
  return identity;
}
