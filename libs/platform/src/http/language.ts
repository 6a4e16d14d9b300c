import { CLS_ID, ClsServiceManager } from 'nestjs-cls';

export type Language = 'zh' | 'en';

/** The key under which a request's language lies in its context, beside its correlation id. */
const LANGUAGE = 'language';

/** What `Accept-Language` prefers of the two the app speaks; Chinese where it says nothing of either. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((entry, position) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), position };
    })
    .filter(({ language, quality }) => (language === 'zh' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)[0];
  return preferred?.language === 'en' ? 'en' : 'zh';
}

/** The language of the request being answered; Chinese outside of one. */
export function currentLanguage(): Language {
  const cls = ClsServiceManager.getClsService();
  return (cls.isActive() && cls.get<Language | undefined>(LANGUAGE)) || 'zh';
}

/** The context of one request. */
export function requestContext(correlationId: string, acceptLanguage: string | undefined) {
  return { [CLS_ID]: correlationId, [LANGUAGE]: preferredLanguage(acceptLanguage) };
}
