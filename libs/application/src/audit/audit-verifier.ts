import {
  anchorBreak,
  type AuditBreak,
  canonical,
  type Checkpoint,
  type ConfigurationLogEntry,
  follows,
  OFFICE_KINDS,
  ticketBreaks,
  type TicketHead,
  type VersionedOffice,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { ConfigurationLog } from '../ports/configuration-log.port';
import { Ids } from '../ports/ids.port';
import { OfficeRepository } from '../ports/office-repository.port';
import { TicketAudit } from '../ports/ticket-audit.port';

export interface AuditReport {
  readonly tickets: number;
  /** Entries of all tickets' records. */
  readonly ticketEntries: number;
  readonly configurationEntries: number;
  readonly checkpoints: number;
  /** How often a checkpoint names a ticket. */
  readonly anchors: number;
  /** When the newest checkpoint was written: what has come since is held by its own chain alone. */
  readonly anchoredUntil?: Date;
  /** The end of the configuration's log: kept elsewhere, it shows that nothing was cut off there. */
  readonly head?: { readonly seq: number; readonly hash: string };
  readonly breaks: readonly AuditBreak[];
}

/** Told of each break as it is found. */
export type OnBreak = (found: AuditBreak) => void;

const RULES = 'keyword-rules';

/** Checks every record there is against its chain, the checkpoints and what is stored. Changes nothing. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly tickets: TicketAudit,
    private readonly log: ConfigurationLog,
    private readonly office: OfficeRepository,
    private readonly ids: Ids,
  ) {}

  /** Goes through everything once, in memory that grows with neither tickets nor entries, only with breaks. */
  async verify(): Promise<AuditReport> {
    const breaks: AuditBreak[] = [];
    const onBreak: OnBreak = (found) => breaks.push(found);
    const configuration = await this.configuration(onBreak);
    const tickets = await this.records(onBreak);
    return { ...tickets, ...configuration, breaks };
  }

  private async records(onBreak: OnBreak): Promise<Pick<AuditReport, 'tickets' | 'ticketEntries'>> {
    let tickets = 0;
    let ticketEntries = 0;
    for await (const ticket of this.tickets.records()) {
      tickets += 1;
      ticketEntries += ticket.log.length;
      ticketBreaks(ticket, this.hash).forEach(onBreak);
    }
    return { tickets, ticketEntries };
  }

  private async configuration(
    onBreak: OnBreak,
  ): Promise<Omit<AuditReport, 'tickets' | 'ticketEntries' | 'breaks'>> {
    const before = await this.office.read();
    const recorded = new Map<string, string>();
    let last: ConfigurationLogEntry | undefined;
    let [configurationEntries, checkpoints, anchors] = [0, 0, 0];
    let anchoredUntil: Date | undefined;
    for await (const entry of this.log.inOrder()) {
      configurationEntries += 1;
      if (!follows(entry, last, this.hash))
        onBreak({ kind: 'entry-broken', subject: 'configuration/log', entry: entry.seq });
      last = entry;
      if (entry.kind === 'checkpoint') {
        const { heads } = entry.after as Checkpoint;
        await this.anchors(heads, onBreak);
        checkpoints += 1;
        anchors += heads.length;
        anchoredUntil = entry.at;
      } else recorded.set(`${entry.kind}/${entry.subject}`, this.hash(canonical(entry.after ?? null)));
    }
    this.unrecorded(recorded, [before, await this.office.read()]).forEach(onBreak);
    return {
      configurationEntries,
      checkpoints,
      anchors,
      ...(anchoredUntil ? { anchoredUntil } : {}),
      ...(last ? { head: { seq: last.seq, hash: last.hash } } : {}),
    };
  }

  private async anchors(heads: readonly TicketHead[], onBreak: OnBreak): Promise<void> {
    const hashes = await this.tickets.hashesOf(heads.map(({ ticketId }) => ticketId));
    for (const head of heads) {
      const found = anchorBreak(head, hashes.get(head.ticketId));
      if (found) onBreak(found);
    }
  }

  /** Things that are as no recorded change left them; of rules only the differences are recorded. */
  private unrecorded(
    recorded: ReadonlyMap<string, string>,
    snapshots: readonly VersionedOffice[],
  ): readonly AuditBreak[] {
    return [...recorded].flatMap(([subject, hash]): AuditBreak[] => {
      const [kind, code] = subject.split('/', 2);
      const shelf = OFFICE_KINDS.find((each) => each === kind);
      if (!shelf || shelf === RULES) return [];
      // Someone may have edited it while the log was read: what it was before or after will do.
      const now = snapshots.map((office) => this.hash(canonical(itemOf(office[shelf], code) ?? null)));
      return now.includes(hash) ? [] : [{ kind: 'unrecorded-change', subject: `configuration/${subject}` }];
    });
  }

  private readonly hash = (text: string): string => this.ids.hash(text);
}

function itemOf(
  items: readonly { readonly item: { readonly code: string } }[],
  code: string | undefined,
): unknown {
  return items.find(({ item }) => item.code === code)?.item;
}
