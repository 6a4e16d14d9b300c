import { type SessionLine } from '@app/domain';
import { type LineDocument } from './line.schema';

export function toLineDocument({ id, ...line }: SessionLine): LineDocument {
  return { _id: id, ...line, ...committed({ id, ...line }) };
}

export function toLine({ _id: id, committedKey: _key, place: _place, ...line }: LineDocument): SessionLine {
  return { id, ...line };
}

/** What a line gains by being committed: its key is taken in its session, and it has a place in the order. */
export function committed(line: SessionLine): Pick<LineDocument, 'committedKey' | 'place'> {
  if (line.outcome !== 'ticket' && line.outcome !== 'linked') return {};
  // Numbers are padded to two digits, so that the hundredth would sort before the eleventh.
  const ordinal = line.lineNumber?.split('-').at(-1)?.padStart(9, '0') ?? '~';
  return { committedKey: line.key, place: `${ordinal}/${line.id}` };
}
