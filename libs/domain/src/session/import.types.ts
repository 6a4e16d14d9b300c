export const IMPORT_STATUSES = ['queued', 'reading', 'previewed', 'committing', 'done', 'failed'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export interface LineFault {
  readonly row: number;
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** One reading of one file into one session; a job carries it, and its progress survives the job's death. */
export interface ImportRun {
  readonly id: string;
  readonly sessionId: string;
  readonly fileName: string;
  readonly fileKey: string;
  readonly mapping?: Readonly<Record<string, string>>;
  /** Whether the lines are to become tickets, or only to be looked at. */
  readonly commit: boolean;
  readonly status: ImportStatus;
  readonly requestedBy: string;
  readonly createdAt: Date;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
  /** When a worker last wrote progress; a run that stays silent is taken up again. */
  readonly touchedAt: Date;
  /** How often it has been taken up since it last got anywhere. */
  readonly tries: number;
  readonly total: number;
  readonly processed: number;
  readonly created: number;
  readonly skipped: number;
  readonly linked: number;
  readonly rejected: number;
  readonly faultCount: number;
  readonly problem?: { readonly code: string; readonly detail: string };
  readonly correlationId?: string;
}

export const LINE_OUTCOMES = ['pending', 'ticket', 'linked', 'skipped', 'rejected'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

export interface LineMark {
  readonly kind: 'probable-duplicate' | 'two-problems' | 'praise' | 'no-department';
  readonly ofRow?: number;
  readonly similarity?: number;
}

/** A line of minutes as it was read, and what became of it. */
export interface SessionLine {
  readonly id: string;
  readonly importId: string;
  readonly sessionId: string;
  readonly row: number;
  /** Identifies the line's content within its session, however often the file is imported. */
  readonly key: string;
  /** The key of the earlier line that this one repeats. */
  readonly repeats?: string;
  readonly lineNumber?: string;
  readonly reference?: string;
  readonly title?: string;
  readonly text: string;
  readonly proposer?: string;
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly contactEmail?: string;
  readonly unit?: string;
  readonly department?: string;
  readonly category?: string;
  readonly location?: string;
  readonly remark?: string;
  readonly instruction?: string;
  readonly raisedAt?: Date;
  readonly marks: readonly LineMark[];
  readonly faults: readonly LineFault[];
  readonly outcome: LineOutcome;
  readonly ticketId?: string;
}
