import {
  type configurationEntrySchema,
  type officeCategorySchema,
  type officeDepartmentSchema,
  type officeServicePointSchema,
} from '@app/contracts/http';
import {
  type Category,
  type ConfigurationLogEntry,
  type Department,
  type ServicePoint,
  type Versioned,
} from '@app/domain';
import { type z } from 'zod';

export function presentDepartment({
  item,
  version,
}: Versioned<Department>): z.input<typeof officeDepartmentSchema> {
  const { active = true, aliases, ...department } = item;
  return { ...department, aliases: [...aliases], active, version };
}

export function presentCategory({
  item,
  version,
}: Versioned<Category>): z.input<typeof officeCategorySchema> {
  const { active = true, photosRequired = false, questions = [], aliases, ...category } = item;
  return {
    ...category,
    aliases: [...aliases],
    photosRequired,
    questions: questions.map(({ options, ...question }) => ({
      ...question,
      ...(options ? { options: [...options] } : {}),
    })),
    active,
    version,
  };
}

export function presentServicePoint({
  item,
  version,
}: Versioned<ServicePoint>): z.input<typeof officeServicePointSchema> {
  return { ...item, version };
}

export function presentEntry({
  seq,
  at,
  actor,
  kind,
  subject,
  before,
  after,
  reason,
  hash,
}: ConfigurationLogEntry): z.input<typeof configurationEntrySchema> {
  return { seq, at: at.toISOString(), by: actor.name, kind, subject, before, after, reason, hash };
}
