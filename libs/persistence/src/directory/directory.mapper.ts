import { type Category, type Department, type Policy } from '@app/domain';
import { type CategoryDocument, type DepartmentDocument, type PolicyDocument } from './directory.schema';

export function toDepartment({ _id: code, position: _, ...department }: DepartmentDocument): Department {
  return { code, ...department };
}

export function toDepartmentDocument({ code, ...rest }: Department, position: number): DepartmentDocument {
  return { _id: code, ...rest, position };
}

export function toCategory({ _id: code, position: _, ...category }: CategoryDocument): Category {
  return { code, ...category };
}

export function toCategoryDocument({ code, ...rest }: Category, position: number): CategoryDocument {
  return { _id: code, ...rest, position };
}

export function toPolicyDocument(policy: Policy): PolicyDocument {
  const { code, version } = policy;
  return { _id: `${code}@${version}`, code, version, policy };
}
