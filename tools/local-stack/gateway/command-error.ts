import { serialize } from 'bson';

/** MongoDB's code and name for the SQLSTATEs DocumentDB raises (SQLSTATE class M carries a MongoDB code). */
const CODES: Readonly<Record<string, readonly [code: number, name: string]>> = {
  M0000: [1, 'InternalError'],
  M0001: [2, 'BadValue'],
  M0003: [9, 'FailedToParse'],
  M0004: [14, 'TypeMismatch'],
  M0008: [26, 'NamespaceNotFound'],
  M0009: [27, 'IndexNotFound'],
  M000E: [43, 'CursorNotFound'],
  M000F: [48, 'NamespaceExists'],
  M000M: [66, 'ImmutableField'],
  M000R: [85, 'IndexOptionsConflict'],
  M000S: [86, 'IndexKeySpecsConflict'],
  M00CO: [121, 'DocumentValidationFailure'],
  M001C: [11000, 'DuplicateKey'],
  M000U: [115, 'CommandNotSupported'],
  // Where DocumentDB lets PostgreSQL's own constraint errors through (findAndModify, createIndexes).
  '23P01': [11000, 'DuplicateKey'],
  '23505': [11000, 'DuplicateKey'],
  '40P01': [112, 'WriteConflict'],
  '40001': [112, 'WriteConflict'],
  '57014': [50, 'MaxTimeMSExpired'],
};
const UNKNOWN: readonly [number, string] = [8, 'UnknownError'];
/** ShutdownInProgress: drivers treat it as "this server went away", as they do a lost connection. */
const SERVER_GONE: readonly [number, string] = [91, 'ShutdownInProgress'];

/** A refusal in MongoDB's terms; becomes `{ok: 0, errmsg, code, codeName}`. */
export class CommandError extends Error {
  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
  ) {
    super(message);
  }

  /** The reply document, as BSON. */
  toReply(): Uint8Array {
    return serialize({ ok: 0, errmsg: this.message, code: this.code, codeName: this.codeName });
  }
}

/** Returns the MongoDB code and its name for a SQLSTATE; 8 (UnknownError) when there is none. */
export function codeOfSqlState(sqlState: string): readonly [code: number, name: string] {
  return CODES[sqlState] ?? UNKNOWN;
}

/**
 * Unpacks PostgreSQL's integer form of a SQLSTATE: five characters of 6 bits each, the first in the lowest bits,
 * each an offset from '0' (MAKE_SQLSTATE in PostgreSQL's elog.h).
 */
export function unpackSqlState(packed: number): string {
  let text = '';
  for (let i = 0; i < 5; i++) text += String.fromCharCode(((packed >> (6 * i)) & 0x3f) + 48);
  return text;
}

/** Whether a failure means that the SQL server is away, so that the outcome of a command in flight is unknown. */
export function isServerGone(error: unknown): boolean {
  // A fault of our own is none of the server's.
  if (error instanceof TypeError || error instanceof RangeError) return false;
  const state = sqlStateOf(error);
  return state === undefined || state.startsWith('08') || state.startsWith('57P') || state === '53300';
}

/** The SQLSTATE of a server's error; undefined for errors of the connection itself. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error && 'severity' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Translates whatever went wrong while a command ran. */
export function toCommandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const [code, name] = isServerGone(error) ? SERVER_GONE : codeOfSqlState(sqlStateOf(error) ?? '');
  return new CommandError(code, name, message);
}
