import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fen, mod11Radix2, ok, plainDate } from '@huiji/kernel';
import { JobRuns, recordAction, type Tx } from '@huiji/platform';
import { PayableService } from '@huiji/settlement';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { careGround, draftOf, somebody } from './support/care-ground';
import type { JourneyArea } from './support/journey-area';
import { openStage, type JourneyStage } from './support/journey-stage';
import { formsOf } from './support/number-traces';
import { CNAPS } from './support/payment-way';
import { Sinks } from './support/sinks';

jest.setTimeout(300_000);

const AREA = '500000';
const identity = `50990019380817361${mod11Radix2('50990019380817361')}`;
const account = '628847193056284917';

interface Sink {
  readonly name: RegExp;
  /** Puts the text there; answers how to take it away again. */
  readonly plant: (text: string) => Promise<() => Promise<unknown>>;
}

describe('X2 a personal number comes to light nowhere', () => {
  let stage: JourneyStage;
  let area: JourneyArea;
  let sinks: Sinks;
  beforeAll(async () => {
    stage = await openStage(AREA, '2021-12-01', 'processes');
    ({ area } = stage);
    await careGround(area);
    sinks = new Sinks(area.journey, stage.folder);
  });
  afterAll(() => stage.close());

  const inArea = async (work: (tx: Tx) => Promise<unknown>): Promise<void> => {
    const { db } = area.journey;
    await db.database.inTransaction(db.scope(AREA), async (tx) => ok(await work(tx)));
  };
  const owner = (sql: string, params: readonly unknown[] = []) => area.journey.db.ownerQuery(sql, params);
  const asQueue = async (sql: string, params: readonly unknown[] = []): Promise<void> => {
    const client = new Client({ connectionString: area.journey.db.url('queue') });
    await client.connect();
    await client.query(sql, [...params]).finally(() => client.end());
  };
  /** Takes a line away that was written since. */
  const shorten = (lines: readonly string[]): (() => Promise<unknown>) => {
    const before = lines.length;
    return () => Promise.resolve((lines as string[]).splice(before));
  };

  const places: readonly Sink[] = [
    {
      name: /^log of the API$/,
      plant: (text) => {
        const away = shorten(area.journey.log);
        new Logger('test').error(`somebody wrote ${text}`);
        return Promise.resolve(away);
      },
    },
    {
      name: /^table platform\.job_run$/,
      plant: async (text) => {
        const key = { area: AREA, id: randomUUID(), job: 'test.planted' };
        const runs = area.journey.app.get(JobRuns, { strict: false });
        await runs.begin(key);
        await runs.fail(key, new Error(`cannot read ${text}`), true);
        return () => owner('DELETE FROM platform.job_run WHERE id = $1', [key.id]);
      },
    },
    {
      name: /^table platform\.file$/,
      plant: async (text) => {
        const fileId = await area.as('clerk').upload(`${text}.csv`, 'a,b', 'text/csv');
        expect(await sinks.holding(text)).toEqual([]);
        await owner('UPDATE platform.file SET name = $2 WHERE id = $1', [fileId, `${text}.csv`]);
        return () => owner('DELETE FROM platform.file WHERE id = $1', [fileId]);
      },
    },
    {
      name: /^file names$/,
      plant: (text) => {
        const file = join(stage.folder.path, `note-${text.replaceAll('\0', '')}.txt`);
        writeFileSync(file, '');
        return Promise.resolve(() => Promise.resolve(rmSync(file)));
      },
    },
    {
      name: /^table platform\.outbox$/,
      plant: async (text) => {
        const id = randomUUID();
        await owner(
          `INSERT INTO platform.outbox (area, id, job, payload, created_at, relayed_at) VALUES ($1, $2, 'test.x', $3, now(), now())`,
          [AREA, id, JSON.stringify({ text: text.replaceAll('\0', '') })],
        );
        return () => owner('DELETE FROM platform.outbox WHERE id = $1', [id]);
      },
    },
    {
      name: /^queue table bullmq\.planted$/,
      plant: async (text) => {
        await asQueue('CREATE TABLE bullmq.planted (data jsonb)');
        await asQueue('INSERT INTO bullmq.planted VALUES ($1)', [JSON.stringify(text.replaceAll('\0', ''))]);
        return () => asQueue('DROP TABLE bullmq.planted');
      },
    },
    {
      name: /^table platform\.action$/,
      plant: async (text) => {
        const subjectId = randomUUID();
        const payload = { note: text.replaceAll('\0', '') };
        await inArea((tx) => recordAction(tx, { subjectType: 'test', subjectId, kind: 'NumberPlanted', payload }));
        return () => owner(`DELETE FROM platform.action WHERE kind = 'NumberPlanted'`);
      },
    },
    {
      name: /^answers$/,
      plant: async (text) => {
        const away = shorten(sinks.answers);
        await area.as('clerk').send(`query ($id: Uuid!) { application(id: $id) { id } }`, { id: text });
        await area.as('auditor').send(`{ ${/^[A-Za-z]/.test(text) ? text : `x${text}`} }`.replaceAll(/[\0%+/=]/g, ''));
        sinks.answers.push(text);
        return away;
      },
    },
    {
      name: /^answers$/,
      plant: async (text) => {
        const away = shorten(sinks.answers);
        const { auditSealHeads } = await area.as('auditor').query<{ auditSealHeads: string }>('{ auditSealHeads }');
        sinks.answers.push(`${auditSealHeads}${AREA} 1 ${text}`);
        return away;
      },
    },
  ];

  it('the search finds a number that was planted in each sink, in every form, and nothing before', async () => {
    for (const number of [identity, account]) {
      expect(await sinks.holding(number)).toEqual([]);
      expect(formsOf(number).length).toBeGreaterThan(15);
      for (const { name, plant } of places) {
        const away = await plant(number);
        expect(await sinks.holding(number)).toEqual([expect.stringMatching(name)]);
        await away();
        expect(await sinks.holding(number)).toEqual([]);
      }
    }
  });

  it('in base64, URL-encoded, by halves, with blanks: also these are found', async () => {
    const [place] = places;
    if (!place) throw new Error('no sink');
    const spaced = account.replaceAll(/(.{4})/g, '$1 ');
    for (const text of [...formsOf(account).filter((form) => !form.includes('\0')), spaced]) {
      const away = await place.plant(`words ${text} words`);
      expect([text, await sinks.holding(account)]).toEqual([text, [expect.stringMatching(place.name)]]);
      await away();
    }
  });

  it('after people applied, were given accounts, were paid and were looked up, it is nowhere but at the bank', async () => {
    const person = { ...somebody('周丁', 301), identityNumber: identity };
    const made = await area
      .as('clerk')
      .mutate<{ id: string; person: { id: string } }>('applicationSubmit', draftOf(person), '{ id person { id } }');
    expect(await area.as('clerk').refusal('applicationSubmit', draftOf(person))).toMatchObject({
      code: 'OPEN_APPLICATION_EXISTS',
    });
    const wrong = {
      ...draftOf(person),
      identityNumber: `${identity.slice(0, 17)}${identity.endsWith('1') ? '2' : '1'}`,
    };
    await area.as('clerk').refusal('applicationSubmit', wrong);
    await area.as('clerk').send(`{ applications(state: ${identity}) { edges { cursor } } }`.replace(identity, 'NONE'));
    await area.as('clerk').mutate('applicationAccept', { applicationId: made.id }, '{ state }');
    await stage.payments.openFund('1000000.00');
    const entry = { holderName: '周丁', bankName: '测试银行', cnaps: CNAPS, accountNumber: account };
    const whose = { payeeType: 'PERSON', payeeId: made.person.id };
    await area.as('accounts').refusal('payeeAccountEnter', { ...entry, ...whose, accountNumber: `${account}?` });
    const { id } = await area
      .as('accounts')
      .mutate<{ id: string }>('payeeAccountEnter', { ...entry, ...whose }, '{ id }');
    await area.as('check').mutate('payeeAccountConfirm', { payeeAccountId: id });
    await area.prepare(PayableService, (payables, tx) =>
      payables.open(tx, {
        ...{ kind: 'care-subsidy', sourceId: randomUUID(), amountFen: fen(150_000n) },
        ...{ payeeType: 'person', payeeId: made.person.id, dueDate: plainDate('2021-12-01') },
      }),
    );
    expect((await stage.payments.pay({})).state).toBe('SETTLED');
    const why = { purpose: 'COMPLAINT', words: '核对收款账户' };
    const looks = sinks.answers.length;
    for (const [columnCode, rowId] of [
      ['payee-account-number', id],
      ['care-person-identity-number', made.person.id],
    ])
      await area.as('clerk').mutate('personalNumberShow', { ...why, columnCode, rowId }, '{ value }');
    expect(sinks.answers.splice(looks).join('')).toContain(account);
    await area.as('auditor').query('{ actionsCsv actions { edges { node { kind facts { name value } } } } }');
    for (const number of [identity, account]) expect(await sinks.holding(number)).toEqual([]);
  });
});
