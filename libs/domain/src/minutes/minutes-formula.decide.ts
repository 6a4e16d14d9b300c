/** Functions that reach out of the workbook or run something. */
const REACHING_OUT =
  /\b(?:HYPERLINK|WEBSERVICE|FILTERXML|IMPORT(?:XML|DATA|HTML|RANGE|FEED)|IMAGE|RTD|DDE|CALL|EXEC|REGISTER(?:\.ID)?|SQL\.REQUEST|ENCODEURL|PY)\s*\(/iu;
/** `cmd|' /C calc'!A0`: a DDE topic, in any application's name. */
const DDE = /[\w'")]\s*\|\s*['"\w ]/u;
/** `[1]Sheet1!A1`, `'C:\[b.xlsx]S'!A1`, `\\host\share`, `file://`. */
const OTHER_BOOK = /^[^[]*\[[^\]]*\][^!]*!/u;
const OUTSIDE = /\\\\[\w.]|\b(?:https?|ftp|file):\/\//iu;

/** Whether a real formula's cached value may not be trusted: it calls out of the workbook, or runs something. */
export function isDangerousFormula(formula: string): boolean {
  return [REACHING_OUT, DDE, OTHER_BOOK, OUTSIDE].some((pattern) => pattern.test(formula));
}

// A longer name's end is a name too.
const CALL = /[A-Za-z][\w.]{0,63}\s*\(/u;
const HAN = /\p{Script=Han}/u;
const REFERENCES_ONLY =
  /^[-+=\s]*\$?[A-Z]{1,3}\$?\d+(?:[-+*/^:&,\s]+(?:\$?[A-Z]{1,3}\$?\d+|\d+(?:\.\d+)?))*$/u;

/**
 * Whether a plain text would run as a formula once a spreadsheet opens an export of it (OWASP, "CSV injection").
 * It must start with `=`, `+`, `-` or `@` (full-width forms count, since Chinese Excel takes them) and then go on
 * like one; `-3度太冷`, `+86 138…` and `@张三` are just texts.
 */
export function looksLikeFormula(text: string): boolean {
  const first = text.slice(0, 1).normalize('NFKC');
  if (!/^[=+\-@]$/u.test(first)) return false;
  const body = text.slice(1);
  if (REACHING_OUT.test(body) || DDE.test(body)) return true;
  if (first === '@') return /^\s*[A-Za-z][\w.]*\s*\(/u.test(body);
  if (first === '=') return /^[-+=@\s]*["'({A-Za-z0-9$[]/u.test(body) || /[(!&|]/u.test(body);
  return (CALL.test(body) && !HAN.test(body)) || REFERENCES_ONLY.test(text);
}
