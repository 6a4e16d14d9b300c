import { type ImportRun } from '@app/domain';
import { type ImportDocument } from './import.schema';

export function toImportDocument({ id, ...run }: ImportRun): ImportDocument {
  return { _id: id, ...run };
}

export function toImportRun({ _id: id, ...run }: ImportDocument): ImportRun {
  return { id, ...run };
}
