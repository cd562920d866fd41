import { assessmentTables } from './long-term-care/assessment-tables';
import { careTables } from './long-term-care/care-tables';
import { peopleTables } from './long-term-care/people-tables';
import { migration } from './migration';

export default migration({
  number: 1000,
  name: 'long-term-care',
  reason:
    'Long-term care insurance of an area: who applies, how the grade comes about, which days are paid, and what a month pays.',
  up: [
    'CREATE SCHEMA long_term_care',
    'GRANT USAGE ON SCHEMA long_term_care TO huiji_app',
    ...peopleTables,
    ...assessmentTables,
    ...careTables,
  ],
  down: ['DROP SCHEMA long_term_care CASCADE'],
});
