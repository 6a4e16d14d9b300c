import { type HashFunction, type Sealed, seal } from '../chain/hash-chain.decide';
import { type ConfigurationChange, type ConfigurationLogEntry } from './configuration.types';

/** The change as an entry behind `last`, the newest so far. Of the actor, only what identifies it is kept. */
export function sealChange(
  { actor, ...change }: ConfigurationChange,
  last: Pick<Sealed, 'seq' | 'hash'> | undefined,
  hash: HashFunction,
): ConfigurationLogEntry {
  const who =
    actor.kind === 'person'
      ? { kind: actor.kind, id: actor.id, name: actor.name }
      : { kind: actor.kind, name: actor.name };
  return seal({ ...change, actor: who }, last, hash);
}
