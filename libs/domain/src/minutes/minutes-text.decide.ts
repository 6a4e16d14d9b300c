import { type LineContact } from './minutes.types';

// C0 controls but tab and line feed, DEL, C1, and the invisible: zero-width, bidi overrides, byte-order marks.
// U+200D stays between pictographs, where it is part of the emoji. A carriage return is handled apart.
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- naming control characters is what this expression is for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|\u200d(?!\p{Extended_Pictographic})|[\ud800-\udfff]/gu;

/**
 * A cell's text without control and invisible characters and without white space at either end (tabs, line feeds and
 * U+3000 included); inside, every other character is as it was. `\r\n` stays a line break, a lone `\r` becomes one.
 * Returns how many characters were taken out from inside.
 */
export function cleanText(raw: string): { readonly text: string; readonly removed: number } {
  const seen = raw.replace(INVISIBLE, '');
  return { text: seen.replace(/\r(?!\n)/gu, '\n').trim(), removed: raw.length - seen.length };
}

/** White space, punctuation and width do not matter when two texts are compared. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const PLACEHOLDER =
  /^(?:[-—–/\\.、·*×xX]+|(?:无|暂无|没有)(?:意见|建议|意见建议|问题)?|不详|未知|未填|待定|待分配|n\/?a|null|none)$/iu;

/** Whether a cell is filled in only to say that there is nothing: `无`, `—`, `/`. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

const MOBILE = String.raw`(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}`;
const LANDLINE = String.raw`(?:\(0\d{2,3}\)|0\d{2,3})[- ]?[2-9]\d{6,7}(?:[-转]\d{1,5})?`;
// Seven or eight bare digits, but not those that begin like a year or a student number (2015xxxx).
const LOCAL = String.raw`(?!20\d)[2-9]\d{6,7}`;
const PHONE = new RegExp(`(?<![\\dA-Za-z])(?:${MOBILE}|${LANDLINE}|${LOCAL})(?![\\dA-Za-z])`, 'u');
// Parts as long as RFC 5321, 4.5.3.1 allows.
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/u;
const EDGE = /[\s,，、;；:：()（）/|-]/u;
const LABEL = /(?:联系)?(?:电话|手机号?|邮箱|tel|phone)\s*[:：]?\s*$/iu;
/** What is read of a proposer's or a contact's cell. */
const LONGEST_PERSON = 200;
const NAMELESS = /^(?:匿名|不愿透露.*|未留名|未署名)$/u;

/**
 * Takes proposer and contact cells apart: `吴同学 138０1234567` gives a name and a phone, full-width digits made plain.
 * `unread` is set when the contact cell holds something that is neither phone nor e-mail.
 */
export function readContact(
  proposer: string,
  contact: string,
): { readonly contact?: LineContact; readonly unread: boolean } {
  const channel = contact.slice(0, LONGEST_PERSON).normalize('NFKC');
  const written = proposer.slice(0, LONGEST_PERSON);
  const person = written.normalize('NFKC');
  const email = EMAIL.exec(channel)?.[0] ?? EMAIL.exec(person)?.[0];
  const inChannel = PHONE.exec(channel)?.[0] ?? (/^\d[\d -]{3,30}\d$/u.test(channel) ? channel : undefined);
  const inPerson = PHONE.exec(person)?.[0];
  const phone = plainPhone(inChannel ?? inPerson);
  // The name keeps its own spelling unless something had to be cut out of it.
  const cut = [inPerson, EMAIL.exec(person)?.[0]].filter((part) => part !== undefined);
  const rest = cut.reduce((text, part) => text.replace(part, ' '), cut.length > 0 ? person : written);
  const name = trimEdges(trimEdges(rest).replace(LABEL, ''));
  const known = name !== '' && !isPlaceholder(name) && !NAMELESS.test(name);
  const unread = channel !== '' && !isPlaceholder(channel) && inChannel === undefined && !EMAIL.test(channel);
  if (!known && phone === undefined && email === undefined) return { unread };
  return {
    contact: {
      ...(known ? { name } : {}),
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
    },
    unread,
  };
}

function trimEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && EDGE.test(text.charAt(from))) from += 1;
  while (to > from && EDGE.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Mobile numbers come out as eleven digits; others keep what parts area code and extension. */
function plainPhone(written: string | undefined): string | undefined {
  const digits = written?.replace(/^\+?86(?=[- ]?1)|\D/gu, '') ?? '';
  return /^1[3-9]\d{9}$/u.test(digits) ? digits : written?.replace(/[ ()]/gu, '');
}
