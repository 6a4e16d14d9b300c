import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { reporterEn } from './reporter.en.words';
import { reporterZh } from './reporter.zh.words';

export type Language = 'zh' | 'en';
const STORED = 'duban.language';
const HTML_LANG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Chinese unless the person chose otherwise on this device. */
function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
  } catch {
    // Storage can be forbidden (private windows); the choice then lasts as long as the page.
    return 'zh';
  }
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // See storedLanguage.
  }
  void i18next.changeLanguage(language);
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = HTML_LANG[language === 'en' ? 'en' : 'zh'];
});

void i18next.use(initReactI18next).init({
  lng: storedLanguage(),
  fallbackLng: 'zh',
  defaultNS: 'reporter',
  ns: ['reporter'],
  resources: { zh: { reporter: reporterZh }, en: { reporter: reporterEn } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
