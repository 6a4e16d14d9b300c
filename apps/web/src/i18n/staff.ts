import i18next from 'i18next';
import { staffEn } from './staff.en.words';
import { staffZh } from './staff.zh.words';

i18next.addResourceBundle('zh', 'staff', staffZh);
i18next.addResourceBundle('en', 'staff', staffEn);
