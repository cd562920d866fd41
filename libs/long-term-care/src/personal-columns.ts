import type { PersonalColumn, PersonalSubject } from '@huiji/platform';
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

/** People whose every application was returned, the last of them before a day. */
const returnedBefore = `
SELECT p.id FROM long_term_care.person p
WHERE p.area = $1 AND p.identity_number_index NOT LIKE 'erased:%'
  AND EXISTS (SELECT FROM long_term_care.application a WHERE a.area = p.area AND a.person_id = p.id)
  AND NOT EXISTS (
    SELECT FROM long_term_care.application a WHERE a.area = p.area AND a.person_id = p.id AND a.state <> 'returned')
  AND $2::date > (
    SELECT max(happened.business_date) FROM long_term_care.application a
    JOIN platform.action happened ON happened.area = a.area AND happened.subject_type = 'care-application'
      AND happened.subject_id = a.id AND happened.kind = 'ApplicationReturned'
    WHERE a.area = p.area AND a.person_id = p.id)
ORDER BY p.id LIMIT 500 FOR UPDATE OF p`;

/** The insured persons can be forgotten: what is in clear is overwritten, their numbers go with their key. */
export const longTermCarePersonalSubjects: readonly PersonalSubject[] = [
  {
    type: 'care-person',
    due: { CARE_RETURNED_APPLICANT: returnedBefore },
    erase: [
      `UPDATE long_term_care.person SET full_name = '已删除', street = '已删除', birth_date = date_trunc('year', birth_date)::date,
         identity_number_masked = '000000********0000', identity_number_index = 'erased:' || id
       WHERE area = $1 AND id = ANY($2::uuid[])`,
      `UPDATE long_term_care.application SET treatment_record = '已删除',
         guardian_name = CASE WHEN guardian_name IS NOT NULL THEN '已删除' END,
         guardian_relation = CASE WHEN guardian_relation IS NOT NULL THEN '已删除' END
       WHERE area = $1 AND person_id = ANY($2::uuid[])`,
    ],
  },
];
