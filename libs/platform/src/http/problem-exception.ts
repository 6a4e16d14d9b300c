import { type ErrorCode } from '@app/contracts/problems';

export interface FieldFault {
  /** JSON pointer into the body, or `/name` of a query or path parameter. */
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemDetails {
  /** For people, about this occurrence. Never anything secret: it is sent as it is. */
  readonly detail?: string;
  readonly errors?: readonly FieldFault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal on its way out of a door: its code decides status, title and type. */
export class ProblemException extends Error {
  override readonly name = 'ProblemException';

  constructor(
    readonly code: ErrorCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? code);
  }
}
