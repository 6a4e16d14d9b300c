/** JSON escapes before an address are kept, or taking `n` off `\n` would break the line. */
const EMAIL = /(\\u[\da-f]{4}|\\.)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)*/gi;
const CREDENTIALS = /(\/\/)[^/@\s"]+@/g;
const TRACKING_CODE = /[A-HJKMNP-Z2-9]{4}(?:-[A-HJKMNP-Z2-9]{4}){5}/gi;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/**
 * The line without what must not be kept: user names and passwords in URLs, e-mail addresses, tracking codes and
 * mobile numbers, wherever in it they stand (messages of drivers quote what they were given).
 */
export function withoutPersonalData(line: string): string {
  const addressed = line.includes('@')
    ? line.replace(CREDENTIALS, '$1[redacted]@').replace(EMAIL, '$1[e-mail]')
    : line;
  return addressed.replace(TRACKING_CODE, '[tracking-code]').replace(PHONE, '[phone]');
}
