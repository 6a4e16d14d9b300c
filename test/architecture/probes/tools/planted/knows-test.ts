// fires: production-never-imports-test
import { planted as builder } from '../../test/planted.builder';

export const planted = builder;
