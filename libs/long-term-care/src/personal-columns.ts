import type { PersonalColumn } from '@huiji/platform';
import { IDENTITY_PURPOSE } from './assessments/person-register.service';

/** Where identity numbers are kept. */
export const longTermCarePersonalColumns: readonly PersonalColumn[] = [
  {
    code: 'care-person-identity-number',
    table: 'long_term_care.person',
    idColumn: 'id',
    encryptedColumn: 'identity_number_encrypted',
    maskedColumn: 'identity_number_masked',
    labelColumn: 'full_name',
    purpose: IDENTITY_PURPOSE,
    personSql: 't.id',
  },
];
