import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Notice } from './notice';

/** Something secret that is shown this once: to be copied, then put away. */
export const ShownOnce = ({
  title,
  words,
  lines,
  onDone,
}: {
  title: string;
  words: string;
  lines: readonly string[];
  onDone: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <Notice tone="warn" title={title}>
      <p>{words}</p>
      <ul className="plain-list secret-lines">
        {lines.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <Typography.Text copyable={{ text: lines.join('\n') }}>{t('door.copy')}</Typography.Text>
        <Button onClick={onDone}>{t('door.kept')}</Button>
      </div>
    </Notice>
  );
};
