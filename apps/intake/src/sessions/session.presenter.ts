import { type TicketSummary } from '@app/application';
import { type importSchema, type lineSchema, type sessionSummarySchema } from '@app/contracts/http';
import { type ImportRun, type LineFault, type Session, type SessionLine } from '@app/domain';
import { type z } from 'zod';
import { type OfficeNames } from '../reference/office-names';
import { isOverdue, responseDueAt } from '../tickets/overdue.presenter';

export function presentSession(session: Session, lineCount: number): z.input<typeof sessionSummarySchema> {
  const { id, number, kind, title, heldAt, place, host, createdAt } = session;
  return {
    id,
    number,
    kind,
    title,
    heldAt: heldAt.toISOString(),
    place,
    host,
    createdAt: createdAt.toISOString(),
    lineCount,
  };
}

/** A line with what became of it; a proposer's phone and e-mail stay with the ticket. */
export function presentLine(
  line: SessionLine,
  ticket: TicketSummary | undefined,
  { names, now }: { readonly names: OfficeNames; readonly now: Date },
): z.input<typeof lineSchema> {
  return {
    row: line.row,
    lineNumber: line.lineNumber,
    reference: line.reference,
    title: line.title,
    text: line.text,
    proposer: line.proposer,
    unit: line.unit,
    department: line.department,
    category: line.category,
    remark: line.remark,
    instruction: line.instruction,
    raisedAt: line.raisedAt?.toISOString(),
    outcome: line.outcome,
    marks: [...line.marks],
    faults: line.faults.map(presentFault),
    ticket: ticket && {
      number: ticket.number,
      status: ticket.status,
      department: names.department(ticket.department),
      owner: ticket.owner?.name,
      responseDueAt: responseDueAt(ticket),
      resolveDueAt: ticket.clocks.resolution?.dueAt.toISOString(),
      overdue: isOverdue(ticket, now),
    },
  };
}

export function presentImport(run: ImportRun, faults: readonly LineFault[]): z.input<typeof importSchema> {
  const { id, sessionId, fileName, status, total, processed, created, skipped, linked, rejected } = run;
  return {
    id,
    sessionId,
    fileName,
    status,
    committed: run.commit,
    total,
    processed,
    created,
    skipped,
    linked,
    rejected,
    faultCount: run.faultCount,
    faults: faults.map(presentFault),
    problem: run.problem && { code: run.problem.code, detail: run.problem.detail },
    startedAt: run.startedAt?.toISOString(),
    finishedAt: run.finishedAt?.toISOString(),
  };
}

function presentFault({ row, code, message, severity }: LineFault) {
  return { row, code, message, severity };
}
