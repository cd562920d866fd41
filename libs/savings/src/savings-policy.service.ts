import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type FieldIssue, type PlainDate, type Result } from '@huiji/kernel';
import { moveState, personOf, recordAction, violatedConstraint, type Tx } from '@huiji/platform';
import type { SavingsChoices, SavingsPolicy, Silence } from './model/policy';
import { PolicyRepository } from './persistence/policy.repository';
import { RoundDirectory } from './round-directory';
import { bandFaults } from './rules/retention-ratio';

/** What a clerk writes down of a policy. */
export interface PolicyDraft extends SavingsChoices {
  readonly roundId: string;
  readonly name: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  readonly answerWorkingDays: number;
  readonly silence: Silence;
  readonly legalBasis: string;
  readonly source: string;
}

/** Dated policies of retained savings: written by one person, put in force by another. */
@Injectable()
export class SavingsPolicyService {
  constructor(
    private readonly policies: PolicyRepository,
    private readonly rounds: RoundDirectory,
  ) {}

  /** Writes a draft. Refusals: BAD_INPUT (dates, bands, cap, blank legal basis or source), NOT_FOUND (no such round in the area). */
  async draft(tx: Tx, draft: PolicyDraft): Promise<Result<string>> {
    const issues = draftIssues(draft);
    if (issues.length > 0) return badInput(issues);
    if (!(await this.rounds.exists(tx, draft.roundId))) return notFound('round');
    const id = tx.newId();
    await this.policies.insert(tx, { ...draft, id, madeBy: personOf(tx) });
    await recordAction(tx, { subjectType: 'savings-policy', subjectId: id, kind: 'PolicyDrafted', to: 'draft' });
    return ok(id);
  }

  /**
   * Puts a draft in force. Refusals: NOT_FOUND, WRONG_STATE, POLICY_BY_SAME_PERSON (the one who wrote it),
   * POLICY_OVERLAP (another in force for the same round on one of its days; refused by the database).
   */
  async putInForce(tx: Tx, id: string): Promise<Result<string>> {
    const found = await this.policies.find(tx, id);
    if (!found) return notFound('savings-policy');
    if (found.state !== 'draft') return refuse('state', 'WRONG_STATE', { state: found.state, action: 'put-in-force' });
    if (found.madeBy === personOf(tx)) return refuse('rule', 'POLICY_BY_SAME_PERSON');
    try {
      await this.policies.confirm(tx, id, personOf(tx));
      const moved = await moveState(tx, {
        table: 'savings.policy',
        subjectType: 'savings-policy',
        subjectId: id,
        kind: 'PolicyPutInForce',
        from: 'draft',
        to: 'in-force',
      });
      return moved.ok ? ok(id) : moved;
    } catch (error) {
      if (violatedConstraint(error) === 'policy_no_overlap')
        return refuse('conflict', 'POLICY_OVERLAP', { from: found.validFrom, to: found.validTo });
      throw error;
    }
  }

  /** The policy in force for a round on a day, or undefined. */
  inForce(tx: Tx, roundId: string, on: PlainDate): Promise<SavingsPolicy | undefined> {
    return this.policies.inForce(tx, roundId, on);
  }

  find(tx: Tx, id: string): Promise<SavingsPolicy | undefined> {
    return this.policies.find(tx, id);
  }

  all(tx: Tx): Promise<readonly SavingsPolicy[]> {
    return this.policies.all(tx);
  }
}

const blank = (field: string, text: string, most: number): readonly FieldIssue[] =>
  text.trim() === '' || text.length > most
    ? [{ field, code: 'SAVINGS_TEXT_LENGTH', facts: { most: most.toString() } }]
    : [];

const draftIssues = (draft: PolicyDraft): readonly FieldIssue[] => [
  ...blank('name', draft.name, 100),
  ...blank('legalBasis', draft.legalBasis, 300),
  ...blank('source', draft.source, 300),
  ...(draft.validFrom > draft.validTo ? [{ field: 'validTo', code: 'SAVINGS_PERIOD_BACKWARDS' }] : []),
  ...(draft.capBp > 5_000n ? [{ field: 'cap', code: 'CAP_ABOVE_HALF' }] : []),
  ...(draft.answerWorkingDays < 1 || draft.answerWorkingDays > 60
    ? [{ field: 'answerWorkingDays', code: 'ANSWER_DAYS_OUT_OF_RANGE', facts: { least: '1', most: '60' } }]
    : []),
  ...(draft.ratioKind === 'banded' ? bandFaults(draft.bands).map((code) => ({ field: 'bands', code })) : []),
  ...(draft.ratioKind === 'linear' && draft.bands.length > 0 ? [{ field: 'bands', code: 'BANDS_UNUSED' }] : []),
  ...draft.bands.flatMap((band, index) =>
    band.ratioBp > draft.capBp ? [{ field: 'bands', row: index + 1, code: 'BAND_ABOVE_CAP' }] : [],
  ),
];
