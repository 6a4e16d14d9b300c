import type { TFunction } from 'i18next';
import { currentLanguage } from './language';

const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STYLES = {
  /** 2026年11月22日 星期日 11:00 */
  exact: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  /** 11月22日 11:00 */
  short: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** 2024年11月22日 */
  date: { year: 'numeric', month: 'short', day: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(style: keyof typeof STYLES | 'day' | 'year'): Intl.DateTimeFormat {
  const locale = style === 'day' ? 'en-CA' : currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB';
  const key = `${locale}/${style}`;
  const options: Intl.DateTimeFormatOptions =
    style === 'day'
      ? { year: 'numeric', month: '2-digit', day: '2-digit' }
      : style === 'year'
        ? { year: 'numeric' }
        : STYLES[style];
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: ZONE });
  formats.set(key, format);
  return format;
}

/** An instant in Beijing time. `auto` leaves the year out when it is this year's. */
export function instantWords(iso: string, style: keyof typeof STYLES | 'auto' = 'auto'): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  if (style !== 'auto') return formatOf(style).format(at);
  const thisYear = formatOf('year').format(at) === formatOf('year').format(new Date());
  return formatOf(thisYear ? 'short' : 'date').format(at);
}

/** `2026-11-22`, the day on which an instant falls in Beijing. */
export function dayOf(at: Date): string {
  return formatOf('day').format(at);
}

/** The two largest units of a stretch of time: "2 天 3 小时", "40 分钟". */
export function spanWords(milliseconds: number, t: TFunction): string {
  const span = Math.abs(milliseconds);
  if (span < MINUTE) return t('time.soon');
  const days = Math.floor(span / DAY);
  const hours = Math.floor((span % DAY) / HOUR);
  const minutes = Math.floor((span % HOUR) / MINUTE);
  const parts: string[] = [];
  if (days > 0) parts.push(t('time.day', { count: days }));
  if (hours > 0 && days < 10) parts.push(t('time.hour', { count: hours }));
  if (minutes > 0 && days === 0) parts.push(t('time.minute', { count: minutes }));
  return parts.join(' ');
}

/** A clock's own minutes in hours, as a working day has fewer than 24 of them: "12 小时 30 分钟". The sign is left out. */
export function hoursWords(minutes: number, t: TFunction): string {
  const whole = Math.abs(minutes);
  const hours = Math.floor(whole / 60);
  const rest = t('time.minute', { count: whole % 60 });
  return hours === 0 ? rest : t('time.hour', { count: hours }) + (whole % 60 === 0 ? '' : ` ${rest}`);
}
