import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotTaken } from './channels/mail-channel';
import { SmtpMailChannel } from './channels/smtp-mail-channel';
import { AREA, draft, NotificationWorld, person } from './testing/notification-world';
import { PostOffice, wordsOf } from './testing/post-office';

describe('X7 mail by a real SMTP server, and messages by the sandbox', () => {
  let office: PostOffice;
  let world: NotificationWorld;
  const folder = mkdtempSync(join(tmpdir(), 'huiji-sms-'));
  const JOB = 'notification.deliver-notice';
  const stateOf = async (id: string | undefined): Promise<unknown> =>
    (
      await world.db.ownerQuery('SELECT state, attempts, link_sealed FROM notification.delivery WHERE id = $1', [id])
    )[0];
  const told = async (dedupe: string, facts = draft().facts): Promise<string> => {
    await world.notify(draft({ dedupe, facts }));
    return (await world.announced(JOB)).at(-1) ?? '';
  };

  beforeAll(async () => {
    office = await PostOffice.open();
    const settings = { SMTP_URL: office.url, HUIJI_MAIL_FROM: 'huiji@example.org', HUIJI_SMS_DIRECTORY: folder };
    world = await NotificationWorld.open(settings);
    await world.set(person(1), { mail: 'clerk@example.org' });
  });
  beforeEach(() => {
    office.taken.length = 0;
    office.refusal = undefined;
  });
  afterAll(async () => {
    await office.close();
    await world.db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a mail goes out once, to whom it may concern, in both languages; the job holds ids only', async () => {
    const id = await told('mail');
    for (let run = 0; run < 3; run += 1) await world.deliveries.deliver(AREA, id);
    expect(office.taken).toHaveLength(1);
    const [mail] = office.taken;
    expect(mail?.to).toEqual(['clerk@example.org']);
    expect(mail?.raw).toContain(`Message-ID: <${id}@${AREA}.huiji>`);
    expect(wordsOf(mail?.raw ?? '')).toContain('付款批次 2020-0001 在复核环节被退回：金额不符');
    expect(wordsOf(mail?.raw ?? '')).toContain('was sent back at the re-check');
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
    const [job] = await world.db.ownerQuery<{ payload: unknown }>('SELECT payload FROM platform.outbox LIMIT 1');
    expect(Object.keys(job?.payload ?? {}).sort()).toEqual(['area', 'deliveryId']);
  });

  it('killed between the send and the mark, it is not sent again', async () => {
    const id = await told('killed');
    world.mail.afterTaken = () => {
      world.database.gone = true;
    };
    await expect(world.deliveries.deliver(AREA, id)).rejects.toThrow('the process is gone');
    world.database.gone = false;
    world.mail.afterTaken = undefined;
    expect(office.taken).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: 'sending' });
    await world.deliveries.deliver(AREA, id);
    await world.deliveries.deliver(AREA, id);
    expect(office.taken).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: 'unknown', attempts: 1 });
  });

  it('what the server surely did not take is tried again with the same Message-ID, and given up in the end', async () => {
    const id = await told('later');
    office.refusal = { code: 452, words: 'later' };
    await expect(world.deliveries.deliver(AREA, id)).rejects.toThrow('was not taken');
    office.refusal = undefined;
    await world.deliveries.deliver(AREA, id);
    expect(office.taken.map(({ raw }) => raw.includes(`<${id}@${AREA}.huiji>`))).toEqual([true]);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
    const never = await told('never');
    office.refusal = { code: 550, words: 'no clerk@example.org here' };
    for (let attempt = 1; attempt < 6; attempt += 1)
      await expect(world.deliveries.deliver(AREA, never)).rejects.toThrow('was not taken');
    await world.deliveries.deliver(AREA, never);
    expect(await stateOf(never)).toMatchObject({ state: 'failed', attempts: 6 });
    const [{ fault } = { fault: '' }] = await world.db.ownerQuery<{ fault: string }>(
      'SELECT fault FROM notification.delivery WHERE id = $1',
      [never],
    );
    expect(fault).toContain('＊＊＊');
    expect(fault).not.toContain('clerk@example.org');
  });

  it('a server that cannot be reached is tried again; one that is not set sends nothing', async () => {
    const away = new SmtpMailChannel({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'a@b.cn' });
    const mail = { messageId: '<1@2>', to: 'a@b.cn', subject: 's', text: 't' };
    await expect(away.send(mail)).rejects.toThrow(NotTaken);
    const none = new SmtpMailChannel({ smtpUrl: undefined, mailFrom: 'a@b.cn' });
    expect(none.available).toBe(false);
    await expect(none.send(mail)).rejects.toThrow(NotTaken);
  });

  it('no personal number leaves, nor does a label add a header', async () => {
    const facts = {
      noun: 'payment-batch',
      label: '甲\r\nBcc: x@y.cn',
      step: 'recheck',
      reason: '账户 6222021001112223334',
    };
    await world.deliveries.deliver(AREA, await told('injection', facts));
    const raw = office.taken[0]?.raw ?? '';
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
    expect(office.taken[0]?.to).toEqual(['clerk@example.org']);
    expect(wordsOf(raw)).toContain('账户 ＊＊＊');
    expect(wordsOf(raw)).not.toContain('6222021001112223334');
  });

  it('a letter carries its link once and forgets it; the same letter again is the same letter', async () => {
    const link = 'https://example.org/invite#one-time-token';
    const letter = { kind: 'invitation', personId: person(2), mail: 'new@example.org', link, dedupe: 'i-1' } as const;
    for (let twice = 0; twice < 2; twice += 1) await world.as(undefined, (tx) => world.letters.send(tx, letter));
    const id = (await world.announced(JOB)).at(-1) ?? '';
    const stored = JSON.stringify(await world.db.ownerQuery('SELECT * FROM notification.delivery WHERE id = $1', [id]));
    expect(stored).not.toContain('one-time-token');
    expect(stored).not.toContain('new@example.org');
    await world.deliveries.deliver(AREA, id);
    expect(office.taken).toHaveLength(1);
    expect(wordsOf(office.taken[0]?.raw ?? '')).toContain(link);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', link_sealed: null });
  });

  it('a message goes to the sandbox once, when somebody chose it', async () => {
    await world.set(person(3), {
      phone: '13800138000',
      choices: [{ kind: 'approval-waits', channel: 'sms', wanted: true }],
    });
    await world.notify(draft({ dedupe: 'sms', kind: 'approval-waits', to: { people: [person(3)] } }));
    const id = (await world.announced(JOB)).at(-1) ?? '';
    for (let run = 0; run < 2; run += 1) await world.deliveries.deliver(AREA, id);
    expect(readdirSync(join(folder, AREA))).toEqual([`${id}.json`]);
    expect(JSON.parse(readFileSync(join(folder, AREA, `${id}.json`), 'utf8'))).toMatchObject({ id, to: '13800138000' });
  });

  it('addresses are shown masked, and bad ones are refused at their field', async () => {
    const shown = await world.as(person(1), (tx) => world.settings.of(tx, person(1)));
    expect(shown).toMatchObject({ mailMasked: 'c＊＊＊@example.org', mailAvailable: true, smsAvailable: true });
    expect(await world.as(person(1), (tx) => world.settings.set(tx, { mail: 'a@b.cn\nBcc: c@d.cn' }))).toMatchObject({
      refusal: { issues: [{ field: 'mail', code: 'NOT_A_MAIL_ADDRESS' }] },
    });
  });
});
