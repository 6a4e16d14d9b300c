import { type Sealed } from '../chain/hash-chain.decide';

/** What a change of the configuration can be about. Wire values: added and retired, never edited. */
export const CONFIGURATION_KINDS = [
  'department',
  'category',
  'service-point',
  'policy',
  'keyword-rules',
  'calendar',
  'person',
  'template',
  /** A file that was imported as a whole. */
  'configuration',
  /** Where the records of all tickets stood at some instant. */
  'checkpoint',
] as const;
export type ConfigurationKind = (typeof CONFIGURATION_KINDS)[number];

/** Who changed something; contact data stays out of the record. */
export type ConfigurationActor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

/** One change: what was there before (absent for something new) and what is there now (absent where removed). */
export interface ConfigurationChange {
  /** A repeat of the same change carries the same id. */
  readonly id: string;
  readonly at: Date;
  readonly actor: ConfigurationActor;
  readonly kind: ConfigurationKind;
  /** Which one of its kind: a code, an id. */
  readonly subject: string;
  /** Plain data without secrets; dates are allowed. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
}

/** A change in the append-only log, chained to the one before. */
export interface ConfigurationLogEntry extends ConfigurationChange, Sealed {}
