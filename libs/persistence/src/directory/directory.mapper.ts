import { type Category, type Department, type Policy, type RequestLimits } from '@app/domain';
import { type CategoryDocument, type DepartmentDocument, type PolicyDocument } from './directory.schema';

export function toDepartment(document: DepartmentDocument): Department {
  const { _id: code, position: _, version: _version, removed: _removed, ...department } = document;
  return { code, ...department };
}

export function toDepartmentDocument({ code, ...rest }: Department, position: number): DepartmentDocument {
  return { _id: code, ...rest, position };
}

export function toCategory(document: CategoryDocument): Category {
  const { _id: code, position: _, version: _version, removed: _removed, ...category } = document;
  return { code, ...category };
}

export function toCategoryDocument({ code, ...rest }: Category, position: number): CategoryDocument {
  return { _id: code, ...rest, position };
}

/** What a policy says of a matter that the release which stored it did not know. */
const UNSAID = {
  extension: requests(2, 5, 15),
  pause: requests(2, 10, 30),
  reopenWithin: { unit: 'working-days', amount: 7 },
  urgeQuiet: { unit: 'working-days', amount: 1 },
} as const satisfies Partial<Policy>;

function requests(max: number, head: number, total: number): RequestLimits {
  const days = (amount: number) => ({ unit: 'working-days', amount }) as const;
  return { max, headLimit: days(head), totalLimit: days(total) };
}

export function toPolicy({ policy }: Pick<PolicyDocument, 'policy'>): Policy {
  return { ...UNSAID, ...policy };
}

export function toPolicyDocument(policy: Policy): PolicyDocument {
  const { code, version } = policy;
  return { _id: `${code}@${version}`, code, version, policy };
}
