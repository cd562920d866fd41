import { useTranslation } from 'react-i18next';
import { happened } from '../../i18n/zh/happened';

type Table = keyof typeof happened;

/** A name in the records as plain English: SubsidyRunHandedOver → Subsidy run handed over, in-review → in review. */
const plain = (name: string): string =>
  name.replaceAll('-', ' ').replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Words for what happened, to what, and between which states; a name without a Chinese word is shown in plain English. */
export const useHappened = () => {
  const { i18n } = useTranslation();
  return (table: Table, name: string): string => {
    const words: Readonly<Record<string, string>> = happened[table];
    return (i18n.language === 'en' ? undefined : words[name]) ?? plain(name);
  };
};
