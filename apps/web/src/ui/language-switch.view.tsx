import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '../i18n/language';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="language"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => chooseLanguage(other)}
    >
      {t('language.other')}
    </button>
  );
}
