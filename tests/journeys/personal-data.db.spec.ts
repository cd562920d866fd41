import { randomBytes, randomUUID } from 'node:crypto';
import { ErasureService, KeyGuard, KeyMissing, KeyRotation, Sealer, SealVerifier } from '@huiji/audit';
import { CONFIG, Database, FieldCipher, PersonalRegistry, PersonVault, type Config } from '@huiji/platform';
import { careGround, draftOf, somebody } from './support/care-ground';
import type { JourneyArea } from './support/journey-area';
import { openStage, type JourneyStage } from './support/journey-stage';

jest.setTimeout(120_000);

const AREA = '500000';
const WHY = { purpose: 'IDENTITY_CHECK', words: '核对参保身份' };
const KIND = 'care-person-identity-number';

interface Applied {
  readonly id: string;
  readonly person: { readonly id: string };
}

describe('X2 personal data', () => {
  let stage: JourneyStage;
  let area: JourneyArea;
  const [kept, returned] = [somebody('赵甲', 201), somebody('钱乙', 202)];

  beforeAll(async () => {
    stage = await openStage(AREA, '2021-12-01', 'inline');
    ({ area } = stage);
    await careGround(area);
    for (const person of [kept, returned]) {
      const made = await area.as('clerk').mutate<Applied>('applicationSubmit', draftOf(person), '{ id person { id } }');
      [person.applicationId, person.personId] = [made.id, made.person.id];
    }
  });
  afterAll(() => stage.close());

  const owner = <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> =>
    area.journey.db.ownerQuery<Row>(sql, params);
  const show = (rowId: string, requestId = randomUUID()) => ({ ...WHY, requestId, columnCode: KIND, rowId });
  const SHOWN = '{ value erased label showUntil }';

  it('a masked number is shown for a purpose, to whoever asked, and the trail says so without it', async () => {
    const input = show(kept.personId);
    const shown = await area.as('clerk').mutate('personalNumberShow', input, SHOWN);
    expect(shown).toMatchObject({ value: kept.identityNumber, erased: false, label: '赵甲' });
    const [row] = await owner<{ reason: string; text: string }>(
      `SELECT reason, a::text AS text FROM platform.action a WHERE kind = 'PersonalNumberShown'`,
    );
    expect(row?.reason).toBe(WHY.words);
    expect(row?.text).not.toContain(kept.identityNumber.slice(0, 9));
    expect(await area.as('clerk').refusal('personalNumberShow', { ...show(kept.personId), words: '看' })).toMatchObject(
      {
        issues: [{ field: 'words', code: 'PURPOSE_WORDS_FORM' }],
      },
    );
    const other = await area
      .as('auditor')
      .send('mutation ($input: PersonalNumberShowInput!) { personalNumberShow(input: $input) { __typename } }', {
        input,
      });
    expect(other.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    await owner(
      `UPDATE platform.unmasking SET asked_at = asked_at - interval '1 hour', show_until = show_until - interval '1 hour'`,
    );
    expect(await area.as('clerk').mutate('personalNumberShow', input, SHOWN)).toMatchObject({
      value: null,
      erased: false,
    });
  });

  it('a list of numbers leaves when a second person agreed, once, and before it expires', async () => {
    const { id } = await area
      .as('clerk')
      .mutate<{ id: string }>('personalExportRequest', { ...WHY, columnCode: KIND }, '{ id }');
    const wish = { exportId: id };
    expect(await area.as('clerk').refusal('personalExportTake', wish)).toMatchObject({ code: 'WRONG_STATE' });
    const role = 'agency-approval';
    await area.alsoAs('clerk', role, 'clerk-as-approval');
    expect(await area.as('clerk-as-approval').refusal('personalExportApprove', wish)).toMatchObject({
      code: 'EXPORT_OWN_REQUEST',
    });
    await expect(
      owner(
        `UPDATE platform.personal_export SET state = 'approved', decided_by = requested_by, decided_at = now(), expires_at = now()`,
      ),
    ).rejects.toThrow('two_people');
    await area.as('approval').mutate('personalExportApprove', wish, '{ state expiresAt }');
    expect(await area.as('accounts').refusal('personalExportTake', wish)).toMatchObject({ code: 'NOT_FOUND' });
    const request = { ...wish, requestId: randomUUID() };
    const taken = await area
      .as('clerk')
      .mutate<{ csv: string }>('personalExportTake', request, '{ csv export { state } }');
    for (const { identityNumber, name } of [kept, returned]) expect(taken.csv).toContain(`${name},${identityNumber}`);
    expect(await area.as('clerk').refusal('personalExportTake', wish)).toMatchObject({ code: 'WRONG_STATE' });
    await owner(`UPDATE platform.personal_export SET taken_at = taken_at - interval '1 hour'`);
    expect(await area.as('clerk').mutate('personalExportTake', request, '{ csv }')).toMatchObject({ csv: null });
  });

  it('a permission that expired gives nothing; a refused wish stays refused', async () => {
    const ask = () =>
      area.as('accounts').mutate<{ id: string }>('personalExportRequest', { ...WHY, columnCode: KIND }, '{ id }');
    const [late, refused] = [await ask(), await ask()];
    await area.as('check').mutate('personalExportApprove', { exportId: late.id }, '{ state }');
    await owner(`UPDATE platform.personal_export SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      late.id,
    ]);
    expect(await area.as('accounts').refusal('personalExportTake', { exportId: late.id })).toMatchObject({
      code: 'EXPORT_EXPIRED',
    });
    await area.as('check').mutate('personalExportRefuse', { exportId: refused.id, reason: '用途不足' }, '{ state }');
    expect(await area.as('check').refusal('personalExportApprove', { exportId: refused.id })).toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  describe('with another ring', () => {
    const service = <T>(token: new (...args: never[]) => T): T => area.journey.app.get<T>(token, { strict: false });
    const withRing = (ring: ReadonlyMap<string, Buffer>) => {
      const cipher = new FieldCipher({ dataKeys: ring, indexKey: randomBytes(32) });
      const rotation = new KeyRotation(service(Database), cipher, service(PersonalRegistry));
      return {
        cipher,
        rotation,
        guard: new KeyGuard(service(Database), cipher, rotation),
        vault: new PersonVault(cipher),
      };
    };
    const oldRing = () => area.journey.app.get<Config>(CONFIG, { strict: false }).dataKeys;

    it('a start without a key that data needs is refused in words; after the rotation the key may go', async () => {
      const fresh = new Map([['k2', randomBytes(32)]]);
      await expect(withRing(fresh).guard.check(AREA)).rejects.toThrow(KeyMissing);
      await expect(withRing(fresh).guard.check(AREA)).rejects.toThrow(/"k1".*Put it back/s);
      const both = withRing(new Map([...fresh, ...oldRing()]));
      await both.guard.check(AREA);
      expect(await both.guard.mayRotate(AREA)).toBe(true);
      const report = await both.rotation.rotate(AREA);
      expect(report).toMatchObject({ left: { 'person-key': 0n }, needed: ['k2'] });
      expect(report.rotated).toBeGreaterThanOrEqual(2);
      expect(await both.rotation.rotate(AREA)).toMatchObject({ rotated: 0 });
      const alone = withRing(fresh);
      await alone.guard.check(AREA);
      const [row] = await owner<{ stored: string }>(
        'SELECT identity_number_encrypted AS stored FROM long_term_care.person WHERE id = $1',
        [kept.personId],
      );
      const value = {
        personId: kept.personId,
        purpose: 'long-term-care.person.identity-number',
        stored: row?.stored ?? '',
      };
      const opened = await area.journey.db.database.read(area.journey.db.scope(AREA), (tx) =>
        alone.vault.open(tx, [value]),
      );
      expect(opened).toEqual([kept.identityNumber]);
      const back = withRing(new Map([...oldRing(), ...fresh]));
      await back.guard.check(AREA);
      expect(await back.rotation.rotate(AREA)).toMatchObject({ needed: ['k1'] });
    });
  });

  it('whose time is over is forgotten: nothing opens, the trail says deleted, and its seals still fit', async () => {
    const { database } = area.journey.db;
    await area
      .as('clerk')
      .mutate('applicationReturn', { applicationId: returned.applicationId, reason: '不符合条件' }, '{ state }');
    const moved = await area
      .as('clerk')
      .mutate<Applied>('applicationSubmit', { ...draftOf(returned), street: '南坪街道二号' }, '{ id }');
    await area.as('clerk').mutate('applicationReturn', { applicationId: moved.id, reason: '仍不符合' }, '{ state }');
    const sealer = area.journey.app.get(Sealer, { strict: false });
    await sealer.turn(AREA);
    await owner(`UPDATE platform.seal_look SET seen_at = seen_at - interval '1 hour'`);
    expect(await sealer.turn(AREA)).not.toEqual([]);
    const erasure = area.journey.app.get(ErasureService, { strict: false });
    expect(await erasure.applyRules(AREA)).toEqual({});
    await owner(`UPDATE platform.area SET business_date = '2023-12-02' WHERE area = $1`, [AREA]);
    expect(await erasure.applyRules(AREA)).toEqual({ CARE_RETURNED_APPLICANT: 1 });
    expect(await erasure.applyRules(AREA)).toEqual({});
    expect(await area.as('clerk').mutate('personalNumberShow', show(returned.personId), SHOWN)).toMatchObject({
      value: null,
      erased: true,
      label: '已删除',
    });
    expect(await area.as('clerk').mutate('personalNumberShow', show(kept.personId), SHOWN)).toMatchObject({
      erased: false,
    });
    const [left] = await owner<{ text: string }>(
      `SELECT p::text || (SELECT string_agg(a::text, '') FROM long_term_care.application a
      WHERE a.person_id = p.id) AS text FROM long_term_care.person p WHERE p.id = $1`,
      [returned.personId],
    );
    for (const word of [returned.name, '南坪街道', '七星岗', '脑卒中', returned.identityNumber.slice(-4)])
      expect(left?.text).not.toContain(word);
    expect(await SealVerifier.verify(database, AREA)).toMatchObject({ findingCount: 0n });
    const [facts] = await owner<{ sealed: string }>(
      `SELECT payload -> 'personal' ->> 'sealed' AS sealed FROM platform.action WHERE kind = 'PersonMoved' AND subject_id = $1`,
      [returned.personId],
    );
    const vault = area.journey.app.get(PersonVault, { strict: false });
    const value = { personId: returned.personId, purpose: 'platform.action.personal', stored: facts?.sealed ?? '' };
    expect(await database.read(area.journey.db.scope(AREA), (tx) => vault.open(tx, [value]))).toEqual([undefined]);
  });

  it('every encrypted column of the schema is known to the rotation or counted by it', async () => {
    const columns = await owner<{ name: string }>(
      `SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE column_name ~ '_encrypted$' ORDER BY 1`,
    );
    const declared = area.journey.app
      .get(PersonalRegistry, { strict: false })
      .columns.map(({ table, encryptedColumn }) => `${table}.${encryptedColumn}`);
    expect(columns.map(({ name }) => name)).toEqual(declared.filter((name) => name.endsWith('_encrypted')).sort());
  });
});
