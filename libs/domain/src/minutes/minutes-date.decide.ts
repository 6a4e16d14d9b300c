import { type DateSystem } from './minutes.types';

/** Asia/Shanghai is UTC+8 all year; its last summer time ended in September 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The instant of a wall time at UTC+`offsetMs`, or nothing for a date no calendar has (30 February, year 20160). */
function instantOf(wall: WallTime, offsetMs = SHANGHAI_OFFSET_MS): Date | undefined {
  const { year, month, day, hour, minute, second } = wall;
  if (year < 1900 || year > 2199 || hour > 24 || minute > 59 || second > 59) return undefined;
  if (hour === 24 && (minute > 0 || second > 0)) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined;
  return new Date(midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 - offsetMs);
}

/**
 * The instant of a spreadsheet date serial, read as Asia/Shanghai wall time to the nearest second, or nothing outside
 * 1900–2199. Serials of the 1900 system count a 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1).
 */
export function serialToInstant(serial: number, system: DateSystem): Date | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const dayZero = system === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const wall = new Date(dayZero + Math.round(serial * 86_400) * 1000);
  const year = wall.getUTCFullYear();
  return year >= 1900 && year <= 2199 ? new Date(wall.getTime() - SHANGHAI_OFFSET_MS) : undefined;
}

/** A date serial as text, `2016-04-20` or `2016-04-20 15:00:00`; the bare number where it is no date. */
export function serialToText(serial: number, system: DateSystem): string {
  const instant = serialToInstant(serial, system);
  if (!instant) return String(serial);
  const iso = new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  return Math.round(serial * 86_400) % 86_400 === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

const DATE = String.raw`(?:(\d{4}|\d{2}(?=年))\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?|(\d{4})(\d{2})(\d{2})|(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?)`;
const WEEKDAY = String.raw`(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?`;
const DAY_PART = String.raw`(凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?`;
const TIME = String.raw`(?:(\d{1,2})\s*[:时点]\s*(?:(半)|(\d{1,2})?(?:\s*[:分]\s*(?:(\d{1,2})(?:\.\d+)?)?\s*秒?)?))?`;
/** No date is longer; white space between its optional parts takes time by a power of the length. */
const LONGEST_DATE = 64;
const TEXT_DATE = new RegExp(
  `^${DATE}${WEEKDAY}\\s*T?\\s*${DAY_PART}\\s*${TIME}\\s*(Z|[+-]\\d{2}:?\\d{2})?$`,
  'u',
);

/** Hours from noon on: 下午3点 is 15:00; 中午12点 stays, 中午1点 is 13:00. */
function hourOf(hour: number, part: string | undefined): number {
  const later = part === '下午' || part === '傍晚' || part === '晚上' || part === '晚' || part === '中午';
  return later && hour < (part === '中午' ? 11 : 12) ? hour + 12 : hour;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return SHANGHAI_OFFSET_MS;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/**
 * Reads a date as people write it: `2020/1/6 12:09:38`, `2016年4月20日15:00`, `2016.4.20`, `20160420`, `4月20日` (with the
 * year of the session), weekdays and 上午/下午 included. Full-width digits count. Without a zone it is Asia/Shanghai;
 * without a time it is midnight there. Returns nothing for anything else, ranges and month-only dates included.
 */
export function parseDateText(text: string, yearHint?: number): Date | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const match = TEXT_DATE.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const [, y1, m1, d1, y2, m2, d2, m3, d3, part, hour, half, minute, second, zone] = match;
  const year = y1 ?? y2;
  const fullYear = year === undefined ? yearHint : Number(year.length === 2 ? `20${year}` : year);
  if (fullYear === undefined) return undefined;
  return instantOf(
    {
      year: fullYear,
      month: Number(m1 ?? m2 ?? m3),
      day: Number(d1 ?? d2 ?? d3),
      hour: hourOf(Number(hour ?? 0), part),
      minute: half ? 30 : Number(minute ?? 0),
      second: Number(second ?? 0),
    },
    offsetOf(zone),
  );
}

/** The calendar year an instant falls in, in Asia/Shanghai. */
export function yearInShanghai(instant: Date): number {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).getUTCFullYear();
}

/** Whether a number without a date format is a date all the same: one of the years 2000 to 2099. */
export function isPlausibleSerial(value: number, system: DateSystem): boolean {
  const instant = serialToInstant(value, system);
  if (!instant) return false;
  const year = yearInShanghai(instant);
  return year >= 2000 && year < 2100;
}
