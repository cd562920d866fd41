import { useTranslation } from 'react-i18next';
import { Panel } from '../../pieces/page';
import type { Answers } from './draft';

interface Option {
  readonly score: number;
  readonly zh: string;
  readonly en: string;
}
interface Item {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly options: readonly Option[];
}
export interface Domain {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly items: readonly Item[];
}

interface AnswerFormProps {
  readonly domains: readonly Domain[];
  readonly answers: Answers;
  readonly missing: ReadonlySet<string>;
  readonly readOnly: boolean;
  readonly onAnswer: (item: string, score: number) => void;
}

/** The items of an instrument by domain; each answer is a sentence, not a number to be guessed. */
export const AnswerForm = ({ domains, answers, missing, readOnly, onAnswer }: AnswerFormProps) => {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  let number = 0;
  return (
    <>
      {domains.map((domain) => {
        const done = domain.items.filter((item) => answers[item.key] !== undefined).length;
        return (
          <Panel
            key={domain.key}
            title={english ? domain.nameEn : domain.nameZh}
            extra={<span className="muted">{t('visits.answered', { done, all: domain.items.length })}</span>}
          >
            <div className="items">
              {domain.items.map((item) => {
                number += 1;
                return (
                  <fieldset
                    key={item.key}
                    className={missing.has(item.key) ? 'item wrong' : 'item'}
                    id={`item-${item.key}`}
                  >
                    <legend>
                      <span className="muted">{number}.</span> {english ? item.nameEn : item.nameZh}
                      {missing.has(item.key) ? <span className="wrong-words small"> {t('visits.blank')}</span> : null}
                    </legend>
                    {item.options.map((option) => (
                      <label
                        key={option.score}
                        className={answers[item.key] === option.score ? 'option chosen' : 'option'}
                      >
                        <input
                          type="radio"
                          name={item.key}
                          value={option.score}
                          checked={answers[item.key] === option.score}
                          disabled={readOnly}
                          onChange={() => {
                            onAnswer(item.key, option.score);
                          }}
                        />
                        <span>{english ? option.en : option.zh}</span>
                        <span className="score number">{t('visits.points', { points: option.score })}</span>
                      </label>
                    ))}
                  </fieldset>
                );
              })}
            </div>
          </Panel>
        );
      })}
    </>
  );
};
