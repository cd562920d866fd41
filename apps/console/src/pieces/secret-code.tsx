import { toDataURL } from 'qrcode';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The picture a phone reads to enrol a second factor, and the same secret for typing. Drawn in the browser. */
export const SecretCode = ({ uri, secret }: { uri: string; secret: string }) => {
  const { t } = useTranslation();
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    void toDataURL(uri, { margin: 1, width: 200 }).then(setPicture);
  }, [uri]);
  return (
    <div className="secret-code">
      {picture === undefined ? null : <img src={picture} width={200} height={200} alt={t('door.picture')} />}
      <div>
        <p>{t('door.enrolWords')}</p>
        <p className="muted small">{t('door.typeIt')}</p>
        <code className="secret-text">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </div>
    </div>
  );
};
