// fires: no-dev-dependency
import Ajv from 'ajv';

export const planted = Ajv;
