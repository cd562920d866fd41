import type { PlainDate } from '@huiji/kernel';
import type { PeopleWanted } from '../model/approval';
import type { FreezePeriod, PolicyTerms, StepPlan } from '../model/policy';

/**
 * What holds where an area has set nothing: one person at each of the three steps, two working days each, no freeze.
 * The three separate steps: 《社会保险经办机构内部控制暂行办法》(劳社部发〔2007〕2号), which wants incompatible duties
 * apart and payments approved by levels. No law names the days: two are a default of the product.
 */
export const shippedPolicy: PolicyTerms = {
  days: { 'first-review': 2, recheck: 2, approval: 2 },
  bands: [{ fromFen: 0n, people: { 'first-review': 1, recheck: 1, approval: 1 } }],
  freezes: [],
  source: '产品默认：三个环节各一人（劳社部发〔2007〕2号），每环节 2 个工作日（产品约定）',
};

/** The people of an amount: those of the highest band that it reaches; without an amount, those of the lowest. */
export const peopleFor = ({ bands }: Pick<PolicyTerms, 'bands'>, amountFen: bigint | null): PeopleWanted => {
  const sorted = [...bands].sort((a, b) => (a.fromFen < b.fromFen ? -1 : 1));
  const fits = sorted.filter(({ fromFen }) => fromFen <= (amountFen ?? 0n));
  return (fits.at(-1) ?? sorted[0])?.people ?? { 'first-review': 1, recheck: 1, approval: 1 };
};

/** The plan of a round: the people of its amount, or more where the caller wants more, and the days of the policy. */
export const planFor = (
  policy: PolicyTerms & { readonly id: string | null },
  amountFen: bigint | null,
  atLeast: Partial<PeopleWanted> = {},
): StepPlan => {
  const people = peopleFor(policy, amountFen);
  return {
    policyId: policy.id,
    days: policy.days,
    people: {
      'first-review': Math.max(people['first-review'], atLeast['first-review'] ?? 1),
      recheck: Math.max(people.recheck, atLeast.recheck ?? 1),
      approval: Math.max(people.approval, atLeast.approval ?? 1),
    },
  };
};

/** The freeze (冻结期) that a day lies in, both ends included. */
export const freezeOn = (freezes: readonly FreezePeriod[], day: PlainDate): FreezePeriod | undefined =>
  freezes.find(({ fromOn, toOn }) => fromOn <= day && day <= toOn);
