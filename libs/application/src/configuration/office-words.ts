import { type OfficeKind } from '@app/domain';
import { type Refusal } from '../result.types';

type Code = Refusal['code'];

export const WORDS: Readonly<Record<OfficeKind, string>> = {
  department: '部门',
  policy: '时限规则',
  category: '类别',
  'service-point': '服务点',
  'keyword-rules': '派单规则',
  template: '信件模板',
};

export const INVALID: Readonly<Record<OfficeKind, Code>> = {
  department: 'DEPARTMENT.INVALID',
  policy: 'POLICY.INVALID',
  category: 'CATEGORY.INVALID',
  'service-point': 'SERVICE_POINT.INVALID',
  'keyword-rules': 'ROUTING.INVALID',
  template: 'TEMPLATE.INVALID',
};

export const NOT_FOUND: Readonly<Record<OfficeKind, Code>> = {
  department: 'DEPARTMENT.NOT_FOUND',
  policy: 'POLICY.NOT_FOUND',
  category: 'CATEGORY.NOT_FOUND',
  'service-point': 'SERVICE_POINT.NOT_FOUND',
  'keyword-rules': 'ROUTING.NOT_FOUND',
  template: 'TEMPLATE.NOT_FOUND',
};
