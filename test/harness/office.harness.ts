import {
  CommitLinesHandler,
  DispatchTicketHandler,
  ExecuteTicketCommandHandler,
  FireTimersHandler,
  IdentityDesk,
  IdentitySweep,
  ImportDesk,
  MergeTicketHandler,
  PlaceTicketHandler,
  PlanNotificationsHandler,
  ReadLinesHandler,
  RunImportHandler,
  SendNotificationHandler,
  StartImportHandler,
  SubmitTicketHandler,
} from '@app/application';
import { type Category, type Ticket } from '@app/domain';
import { aPerson, aPolicy, ENERGY } from '../builders/fixtures.builder';
import { type TicketBuilder } from '../builders/ticket.builder';
import { type DirectoryData, FakeDirectory } from '../fakes/directory.fake';
import { FakeEventRelay } from '../fakes/event-relay.fake';
import { FakeFileStore } from '../fakes/file-store.fake';
import { FakeIdentityOpeningRepository, FakeIdentityVault } from '../fakes/identity.fake';
import { FakeJobPublisher } from '../fakes/job-publisher.fake';
import { FakeLetterRenderer } from '../fakes/letter-renderer.fake';
import { FakeMinutesReader } from '../fakes/minutes-reader.fake';
import { FakeNoticeNumbers } from '../fakes/notice-numbers.fake';
import { FakeNotificationRepository } from '../fakes/notifications.fake';
import { FakeNotifier } from '../fakes/notifier.fake';
import { FakeImportRepository, FakeLineRepository, FakeSessionRepository } from '../fakes/sessions.fake';
import { FakeClock, FakeIds } from '../fakes/system.fake';
import { FakeTicketQueries, FakeTicketRepository } from '../fakes/tickets.fake';

export const HOT_WATER: Category = {
  code: 'hot-water',
  name: '热水',
  aliases: [],
  department: ENERGY.code,
  policies: { normal: 'normal' },
};
export const OWNER = aPerson();

function fakesOf(data: DirectoryData) {
  const tickets = new FakeTicketRepository();
  const rules = [{ id: 'r1', keywords: ['热水'], category: HOT_WATER.code, weight: 1, enabled: true }];
  return {
    tickets,
    directory: new FakeDirectory(
      {
        categories: [HOT_WATER],
        keywordRules: rules,
        policies: [aPolicy(), aPolicy({ code: 'standard' })],
        people: [OWNER, aPerson({ role: 'head' }), aPerson({ role: 'dispatcher' })],
        ...data,
      },
      tickets.rows,
    ),
    sessions: new FakeSessionRepository(),
    imports: new FakeImportRepository(),
    lines: new FakeLineRepository(),
    files: new FakeFileStore(),
    vault: new FakeIdentityVault(),
    openings: new FakeIdentityOpeningRepository(),
    notifications: new FakeNotificationRepository(),
    noticeNumbers: new FakeNoticeNumbers(),
    relay: new FakeEventRelay(),
    publisher: new FakeJobPublisher(),
    notifier: new FakeNotifier(),
    renderer: new FakeLetterRenderer(),
    reader: new FakeMinutesReader(),
    clock: new FakeClock(),
    ids: new FakeIds(),
  };
}

type Fakes = ReturnType<typeof fakesOf>;

/** The use cases over an office in memory: one department with one owner, one category, one keyword. */
export function anOffice(data: DirectoryData = {}) {
  const fakes = fakesOf(data);
  return {
    ...fakes,
    ...useCasesOver(fakes),
    /** The same use cases in a process that dies at its `calls`th call of a store: neither it nor a later one arrives. */
    dyingAt: (calls: number) => useCasesOver({ ...fakes, ...mortal(fakes, calls) }),
    /** Stores a ticket in whatever state the builder left it, its outbox empty. */
    keep(builder: TicketBuilder): Ticket {
      const ticket = builder.build();
      fakes.tickets.rows.byId.set(ticket.id, { ticket, outbox: [] });
      return ticket;
    },
  };
}

/** What a process throws once it is dead. */
export class Death extends Error {
  override readonly name = 'Death';
}

function mortal({ tickets, sessions, imports, lines, files, vault, openings }: Fakes, calls: number) {
  let left = calls;
  const watched = <T extends object>(store: T): T =>
    new Proxy(store, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown => {
          left -= 1;
          return left > 0 ? Reflect.apply(member, target, args) : Promise.reject(new Death());
        };
      },
    });
  return {
    tickets: watched(tickets),
    sessions: watched(sessions),
    imports: watched(imports),
    lines: watched(lines),
    files: watched(files),
    vault: watched(vault),
    openings: watched(openings),
  };
}

function useCasesOver(fakes: Fakes) {
  const { tickets, directory, sessions, imports, lines, files, notifications, vault, openings } = fakes;
  const { noticeNumbers, relay, publisher, notifier, renderer, reader, clock, ids } = fakes;
  const submit = new SubmitTicketHandler(tickets, directory, vault, relay, clock, ids);
  const execute = new ExecuteTicketCommandHandler(tickets, directory, noticeNumbers, relay, clock, ids);
  const dispatch = new DispatchTicketHandler(directory, execute, clock);
  const place = new PlaceTicketHandler(tickets, directory, dispatch, execute);
  const timers = new FireTimersHandler(tickets, execute, clock);
  const plan = new PlanNotificationsHandler(tickets, directory, notifications, publisher, clock, ids);
  const settings = { publicUrl: 'https://duban.example', messageIdDomain: 'duban.example' };
  const send = new SendNotificationHandler(
    notifications,
    tickets,
    directory,
    vault,
    renderer,
    notifier,
    publisher,
    settings,
    clock,
  );
  const desk = new ImportDesk(imports, publisher, clock);
  const startImport = new StartImportHandler(imports, sessions, files, desk, clock, ids);
  const readLines = new ReadLinesHandler(imports, lines, sessions, directory, files, reader, clock, ids);
  const commitLines = new CommitLinesHandler(imports, lines, sessions, submit, clock, ids);
  const runImport = new RunImportHandler(imports, files, readLines, commitLines, clock);
  const identities = new IdentityDesk(tickets, openings, vault, execute, clock, ids);
  const identitySweep = new IdentitySweep(
    vault,
    openings,
    new FakeTicketQueries(tickets.rows),
    identities,
    clock,
  );
  const merge = new MergeTicketHandler(tickets, execute);
  return {
    submit,
    execute,
    merge,
    dispatch,
    place,
    timers,
    plan,
    send,
    desk,
    startImport,
    runImport,
    identities,
    identitySweep,
  };
}
