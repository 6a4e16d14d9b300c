export { ERROR_CODES, PROBLEMS, problemType, type ErrorCode, type ProblemDefinition } from './catalogue';
