import { Injectable } from '@nestjs/common';
import { areaCode, ok } from '@huiji/kernel';
import { Database, PersonalRegistry, PersonVault, recordActions, type PersonalSubject, type Tx } from '@huiji/platform';
import { retentionRules, type RetentionRule } from '../data/retention-rules';
import { retentionCutoff } from '../rules/retention-cutoff';

/**
 * Forgets whoever's time is over (删除): what stands in clear is overwritten, the person's key is destroyed, and so
 * whatever is encrypted with it, in the business and in the trail, is unreadable; rows and seals stay.
 */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly registry: PersonalRegistry,
    private readonly vault: PersonVault,
  ) {}

  /** Applies every rule that erases, up to 500 people a transaction; answers how many were forgotten by which rule. */
  async applyRules(area: string): Promise<Readonly<Record<string, number>>> {
    const done: Record<string, number> = {};
    for (const rule of retentionRules.filter(({ erases }) => erases)) {
      const subject = this.registry.subjects.find(({ type }) => type === rule.subjectType);
      if (!subject) continue;
      for (;;) {
        const forgotten = await this.once(area, rule, subject);
        if (forgotten === 0) break;
        done[rule.code] = (done[rule.code] ?? 0) + forgotten;
      }
    }
    return done;
  }

  private async once(area: string, rule: RetentionRule, subject: PersonalSubject): Promise<number> {
    const scope = { area: areaCode(area), actor: { kind: 'system', name: 'retention' } } as const;
    const done = await this.database.inTransaction(scope, async (tx) => ok(await this.forget(tx, rule, subject)));
    if (!done.ok) throw new Error(`retention stopped: ${done.refusal.code}`);
    return done.value;
  }

  private async forget(tx: Tx, rule: RetentionRule, subject: PersonalSubject): Promise<number> {
    const sql = subject.due[rule.code];
    const inForce = rule.validFrom <= tx.businessDate && (rule.validTo === null || tx.businessDate <= rule.validTo);
    if (sql === undefined || !inForce) return 0;
    const rows = await tx.query<{ id: string }>(sql, [tx.area, retentionCutoff(tx.businessDate, rule.keepMonths)]);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    for (const statement of subject.erase) await tx.query(statement, [tx.area, ids]);
    await this.vault.destroy(tx, ids, rule.code);
    const payload = { rule: rule.code, keepMonths: rule.keepMonths };
    await recordActions(
      tx,
      ids.map((subjectId) => ({
        subjectType: subject.type,
        subjectId,
        kind: 'PersonErased',
        reason: rule.zh,
        payload,
      })),
    );
    return ids.length;
  }
}
