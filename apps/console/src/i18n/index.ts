import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { zh } from './zh';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'huiji.language';
const remembered = (): Language => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh');

const mark = (language: string): void => {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
};

void i18next.use(initReactI18next).init({
  lng: remembered(),
  fallbackLng: false,
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
  // A key without words shows itself between brackets; the browser tests look for them.
  parseMissingKeyHandler: (key) => `⟦${key}⟧`,
});
mark(i18next.language);
i18next.on('languageChanged', mark);

export const chooseLanguage = (language: Language): void => {
  localStorage.setItem(storageKey, language);
  void i18next.changeLanguage(language);
};

export { i18next };
