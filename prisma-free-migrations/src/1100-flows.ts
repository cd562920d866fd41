import { migration, tenantTable } from './migration';

const note = `
CREATE TABLE flows.demo_note (
  area platform.area_code NOT NULL REFERENCES platform.area,
  id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  topic text NOT NULL CHECK (topic IN ('area', 'price', 'volume', 'organisation', 'care', 'savings', 'payment')),
  text_zh text NOT NULL CHECK (length(text_zh) BETWEEN 1 AND 500),
  text_en text NOT NULL CHECK (length(text_en) BETWEEN 1 AND 800),
  PRIMARY KEY (area, id),
  UNIQUE (area, position)
)`;

export default migration({
  number: 1100,
  name: 'flows',
  reason: 'What a demonstration area says of itself: which of its figures are real, which are invented, and why.',
  up: [
    'CREATE SCHEMA flows',
    'GRANT USAGE ON SCHEMA flows TO huiji_app',
    note,
    tenantTable('flows.demo_note', {
      comment: 'one thing a demonstration area says of its own data, in Chinese and English',
      grant: 'append',
    }),
  ],
  down: ['DROP SCHEMA flows CASCADE'],
});
