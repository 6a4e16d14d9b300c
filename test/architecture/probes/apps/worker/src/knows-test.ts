// fires: production-never-imports-test
import { type Planted as InSpec } from './planted.stack-spec';

export type Planted = InSpec;
