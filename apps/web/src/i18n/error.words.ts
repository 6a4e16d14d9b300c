import { PROBLEMS } from '@app/contracts/problems';
import i18next from 'i18next';
import { ApiError } from '../api/http.client';
import { currentLanguage } from './language';
import { instantWords } from './time.words';

export interface ErrorWords {
  readonly title: string;
  readonly detail: string | undefined;
  readonly correlationId: string | undefined;
}

const CLIENT_CODES = ['CLIENT.NETWORK', 'CLIENT.TIMEOUT', 'CLIENT.UNEXPECTED'] as const;
const ISO_INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/;
const HAS_HAN = /\p{Script=Han}/u;

/** What to tell the person about a failure, in the language of the page: by code first, the server's words second. */
export function errorWords(error: unknown): ErrorWords {
  if (!(error instanceof ApiError))
    return { title: i18next.t('error.unknown'), detail: undefined, correlationId: undefined };
  const client = CLIENT_CODES.find((code) => code === error.code);
  const advice = adviceOn(error);
  return {
    title: client ? i18next.t(`error.${client}`) : titleByCode(error),
    detail: advice ?? detailInLanguage(error),
    // Whoever knows what to do needs no support.
    correlationId: advice ? undefined : error.correlationId,
  };
}

function titleByCode(error: ApiError): string {
  const known = Object.entries(PROBLEMS).find(([code]) => code === error.code)?.[1];
  if (!known) return error.title === error.code ? i18next.t('error.unknown') : error.title;
  return currentLanguage() === 'zh' ? known.titleZh : known.title;
}

/** What to do about a refusal, in our own words; an instant that the server named stands in them in office time. */
function adviceOn({ code, detail = '' }: ApiError): string | undefined {
  const words = ['reporter', 'staff']
    // Codes have a dot in them, which i18next takes for a step into a group.
    .map(
      (ns) =>
        (i18next.getResource(currentLanguage(), ns, 'refusal') as Record<string, string> | undefined)?.[code],
    )
    .find((found) => found !== undefined);
  const instant = ISO_INSTANT.exec(detail)?.[0];
  if (!words?.includes('{{at}}')) return words;
  return instant && words.replace('{{at}}', instantWords(instant, 'short'));
}

/** Details of refusals are written for people in one language; a page in the other says only the title. */
function detailInLanguage({ detail }: ApiError): string | undefined {
  if (!detail) return undefined;
  if (HAS_HAN.test(detail) !== (currentLanguage() === 'zh')) return undefined;
  return detail.replace(ISO_INSTANT, (instant) => instantWords(instant, 'short'));
}

/** What the server said of single fields, by their JSON pointer: `/contact/phone`. */
export function fieldFaults(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ApiError)) return new Map();
  return new Map(error.errors.map(({ pointer, detail }) => [pointer.replace(/^#/, ''), detail]));
}
