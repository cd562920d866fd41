import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { Client } from 'pg';

const AREA = '510900';
const SUBJECT = '00000000-0000-7000-8000-000000000100';
const ACT = '00000000-0000-7000-8000-000000000200';
const person = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
const parts = ['clerk', 'account-editor', 'first-review', 'recheck', 'approval'] as const;
const pairs = parts.flatMap((one) => parts.filter((two) => two !== one).map((two) => [one, two] as const));

describe('separation of duties by the keys of the database, by raw SQL in the application role', () => {
  let db: TestDatabase;
  let client: Client;
  const takePart = (who: string, part: string): Promise<unknown> =>
    client.query(
      `INSERT INTO approval.act_participant (area, subject_id, person_id, part, subject_type, since)
       VALUES ($1, $2, $3, $4, 'payment-batch', now())`,
      [AREA, SUBJECT, who, part],
    );
  const review = (who: string, step: string, decision = 'pass'): Promise<unknown> =>
    client.query(
      `INSERT INTO approval.review (area, id, act_id, subject_id, step, person_id, decision, reviewed_on, reviewed_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, '2020-07-01', now())`,
      [AREA, ACT, SUBJECT, step, who, decision],
    );

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA);
    client = new Client({ connectionString: db.url('app') });
    await client.connect();
    await client.query(`SET app.area = '${AREA}'`);
    await client.query(
      `INSERT INTO approval.act (area, id, subject_type, subject_id, state, opened_by, first_review_people,
         recheck_people, approval_people, opened_on, opened_at)
       VALUES ($1, $2, 'payment-batch', $3, 'open', $4, 1, 1, 1, '2020-07-01', now())`,
      [AREA, ACT, SUBJECT, person(1)],
    );
  });
  beforeEach(() => client.query('BEGIN'));
  afterEach(() => client.query('ROLLBACK'));
  afterAll(async () => {
    await client.end();
    await db.close();
  });

  it.each(pairs)('PD-03 C6 who is %s cannot be %s as well', async (one, two) => {
    await takePart(person(1), one);
    await expect(takePart(person(1), two)).rejects.toMatchObject({ code: '23505', constraint: 'act_participant_pkey' });
  });

  it.each(['first-review', 'recheck', 'approval'])('PD-03 a clerk has no review at %s', async (step) => {
    await takePart(person(1), 'clerk');
    await expect(review(person(1), step)).rejects.toMatchObject({ code: '23503' });
  });

  it('PD-01 a person without a part has no review', async () => {
    await expect(review(person(9), 'approval')).rejects.toMatchObject({ code: '23503' });
  });

  it('PD-02 one person has one review in a round', async () => {
    await takePart(person(2), 'recheck');
    await review(person(2), 'recheck');
    await expect(review(person(2), 'recheck')).rejects.toMatchObject({ code: '23505' });
  });

  it('a return without a reason is refused by a CHECK', async () => {
    await takePart(person(2), 'recheck');
    await expect(review(person(2), 'recheck', 'return')).rejects.toMatchObject({
      code: '23514',
      constraint: 'review_return_has_reason',
    });
  });

  it.each([
    ['change a decision', `UPDATE approval.review SET decision = 'pass'`],
    ['delete a decision', 'DELETE FROM approval.review'],
    ['change a part', `UPDATE approval.act_participant SET part = 'approval'`],
    ['delete a part', 'DELETE FROM approval.act_participant'],
    ['ask for fewer people afterwards', 'UPDATE approval.act SET approval_people = 1'],
    ['change who locked it', `UPDATE approval.act SET opened_by = gen_random_uuid()`],
    ['delete a round', 'DELETE FROM approval.act'],
  ])('PD-04 the application cannot %s', async (_, sql) => {
    await expect(client.query(sql)).rejects.toThrow('permission denied');
  });

  it.each(['first_review_people', 'recheck_people', 'approval_people'])(
    'PD-04 there is no switch: a round with nobody at %s is refused by a CHECK',
    async (column) => {
      const people = { first_review_people: 1, recheck_people: 1, approval_people: 1, [column]: 0 };
      await expect(
        client.query(
          `INSERT INTO approval.act (area, id, subject_type, subject_id, state, opened_by, first_review_people,
             recheck_people, approval_people, opened_on, opened_at)
           VALUES ($1, gen_random_uuid(), 'payment-batch', gen_random_uuid(), 'open', $2, $3, $4, $5, '2020-07-01', now())`,
          [AREA, person(1), people.first_review_people, people.recheck_people, people.approval_people],
        ),
      ).rejects.toMatchObject({ code: '23514' });
    },
  );

  it('PD-08 a state outside its words is refused by a CHECK', async () => {
    await expect(client.query(`UPDATE approval.act SET state = 'partly'`)).rejects.toMatchObject({ code: '23514' });
  });
});
