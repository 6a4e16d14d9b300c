import { deserialize, onDemand, type Document } from 'bson';
import { WireError } from './wire';

/** Fields that belong to the conversation, not to the command: DocumentDB refuses some of them. */
const CONVERSATION_FIELDS: ReadonlySet<string> = new Set([
  'lsid',
  '$db',
  '$clusterTime',
  '$readPreference',
  'txnNumber',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

interface Element {
  readonly type: number;
  /** Where the element (its type byte) begins, and where its value begins and ends. */
  readonly start: number;
  readonly valueAt: number;
  readonly end: number;
}

/**
 * A command as it came: a view over the raw BSON that reads single top-level fields and can leave some out, so
 * that documents pass through without being decoded.
 */
export class CommandDocument {
  private readonly elements = new Map<string, Element>();

  /** Throws WireError when `raw` is not well-formed BSON at its top level. */
  constructor(private readonly raw: Buffer) {
    try {
      for (const [type, nameAt, nameLength, valueAt, length] of onDemand.parseToElements(raw))
        this.elements.set(raw.toString('utf8', nameAt, nameAt + nameLength), {
          type,
          start: nameAt - 1,
          valueAt,
          end: valueAt + length,
        });
    } catch (error) {
      throw new WireError(`malformed BSON: ${String(error)}`);
    }
  }

  /** The first field's name, which is the command's. */
  get name(): string {
    return this.elements.keys().next().value ?? '';
  }

  has(field: string): boolean {
    return this.elements.has(field);
  }

  /** The value of a string field, or undefined when it is absent or of another type. */
  string(field: string): string | undefined {
    const element = this.elements.get(field);
    return element?.type === 2 ? this.raw.toString('utf8', element.valueAt + 4, element.end - 1) : undefined;
  }

  /** The value of a numeric field as bigint (fractions cut off), or undefined. */
  integer(field: string): bigint | undefined {
    const element = this.elements.get(field);
    if (element?.type === 16) return BigInt(this.raw.readInt32LE(element.valueAt));
    if (element?.type === 18) return this.raw.readBigInt64LE(element.valueAt);
    if (element?.type === 1) return BigInt(Math.trunc(this.raw.readDoubleLE(element.valueAt)));
    return undefined;
  }

  /** The raw bytes of an embedded document or array, or undefined. */
  embedded(field: string): Buffer | undefined {
    const element = this.elements.get(field);
    return element?.type === 3 || element?.type === 4
      ? this.raw.subarray(element.valueAt, element.end)
      : undefined;
  }

  /** The whole command decoded; 64-bit integers as bigint. */
  decode(): Document {
    return deserialize(this.raw, { useBigInt64: true });
  }

  /** The command as raw BSON without the conversation fields. */
  spec(): Buffer {
    const parts: Buffer[] = [];
    let keepFrom = 4;
    for (const [name, { start, end }] of this.elements) {
      if (!CONVERSATION_FIELDS.has(name)) continue;
      if (start > keepFrom) parts.push(this.raw.subarray(keepFrom, start));
      keepFrom = end;
    }
    if (keepFrom === 4) return this.raw;
    const size = Buffer.allocUnsafe(4);
    const spec = Buffer.concat([size, ...parts, this.raw.subarray(keepFrom)]);
    spec.writeInt32LE(spec.length, 0);
    return spec;
  }
}
