import { readFile } from 'node:fs/promises';
import { parseYuan } from '@huiji/kernel';
import { z } from 'zod';

const reason = z
  .string()
  .regex(/^[A-Z0-9]{4}$/)
  .default('AC04');

const act = z.discriminatedUnion('act', [
  /** Accepts and books. */
  z.object({ act: z.literal('pay') }),
  z.object({ act: z.literal('reject'), reason, text: z.string().max(105).optional() }),
  /** Says nothing until it is asked. `executes: false`: never got it, as far as the bank is concerned. */
  z.object({ act: z.literal('silent'), executes: z.boolean().default(true) }),
  z.object({ act: z.literal('accept-then-silent') }),
  /** Pays once and says everything twice, in messages of different ids. */
  z.object({ act: z.literal('answer-twice') }),
  /** Books, then gives the money back (退汇). */
  z.object({ act: z.literal('return-after-booking'), reason, text: z.string().max(105).optional() }),
  /** Books another amount than it was told: a fault that must be noticed. */
  z.object({ act: z.literal('book-other-amount'), differenceFen: z.number().int() }),
]);

const where = z.object({
  account: z.string().optional(),
  name: z.string().optional(),
  instruction: z.string().optional(),
});

const schema = z.object({
  default: act.default({ act: 'pay' }),
  /** The first rule whose every named fact fits decides. */
  rules: z.array(where.and(act)).default([]),
  /** When bookings are told: with the file, or when `end-of-day.request` appears in to-bank. */
  statements: z.enum(['at-once', 'on-request']).default('at-once'),
  openingBalance: z
    .string()
    .refine((text) => parseYuan(text).ok)
    .default('10000000000.00'),
});

export type Act = z.infer<typeof act>;
export type Behaviour = z.infer<typeof schema>;

/** What the bank does when nobody tells it otherwise. */
export const ordinaryBehaviour: Behaviour = schema.parse({});

/** Reads behaviour.json; an absent file is ordinary behaviour. @throws with its fault when it is wrong */
export const readBehaviour = async (path: string): Promise<Behaviour> => {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  const parsed = schema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return parsed.data;
};

/** The behaviour of a bank that goes on working: while the file is wrong or half written, the last good one holds. */
export class LastGoodBehaviour {
  private good = ordinaryBehaviour;
  private told = '';

  constructor(
    private readonly path: string,
    private readonly say: (words: string) => void,
  ) {}

  /** Each fault is said once. */
  async read(): Promise<Behaviour> {
    try {
      this.good = await readBehaviour(this.path);
      this.told = '';
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      if (fault !== this.told) this.say(`behaviour.json is wrong, the last good one holds: ${fault}`);
      this.told = fault;
    }
    return this.good;
  }
}

/** How the bank treats one instruction. */
export const actFor = (
  behaviour: Behaviour,
  facts: { readonly account: string; readonly name: string; readonly instruction: string },
): Act =>
  behaviour.rules.find(
    (rule) =>
      (rule.account === undefined || rule.account === facts.account) &&
      (rule.name === undefined || rule.name === facts.name) &&
      (rule.instruction === undefined || rule.instruction === facts.instruction),
  ) ?? behaviour.default;
