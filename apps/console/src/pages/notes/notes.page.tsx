import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { Empty } from '../../pieces/empty';
import { Page, Panel } from '../../pieces/page';
import { Read } from '../../pieces/pages-table';
import { DemoNotes } from './notes.documents';

const topics = ['AREA', 'PRICE', 'VOLUME', 'ORGANISATION', 'CARE', 'SAVINGS', 'PAYMENT'] as const;

/** What in this area is real, what is a stand-in and what is invented. */
export const Component = () => {
  const { t, i18n } = useTranslation();
  const reading = useRead(DemoNotes, {});
  return (
    <Page title={t('notes.title')} lead={t('notes.lead')}>
      <Read reading={reading}>
        {({ demoNotes }) =>
          demoNotes.length === 0 ? (
            <Panel title={t('notes.title')}>
              <Empty title={t('notes.none')} />
            </Panel>
          ) : (
            topics
              .map((topic) => ({ topic, notes: demoNotes.filter((note) => note.topic === topic) }))
              .filter(({ notes }) => notes.length > 0)
              .map(({ topic, notes }) => (
                <Panel key={topic} title={t(`notes.topics.${topic}`)}>
                  <ul className="prose">
                    {notes.map((note) => (
                      <li key={note.id}>{i18n.language === 'en' ? note.textEn : note.textZh}</li>
                    ))}
                  </ul>
                </Panel>
              ))
          )
        }
      </Read>
    </Page>
  );
};
