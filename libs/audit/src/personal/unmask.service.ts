import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, type Result } from '@huiji/kernel';
import { personOf, recordAction, type Tx } from '@huiji/platform';
import { SHOWN_MINUTES, type PurposeWords, type ShownNumber } from '../model/personal';
import { insertUnmaskingSql, unmaskingSql, type UnmaskingRow } from '../persistence/personal.sql';
import { purposeIssues } from '../rules/purpose-issues';
import { NumberReader } from './number-reader';

/** Which number: a column that a library declared, and the row it stands in. */
export interface NumberWish extends PurposeWords {
  readonly columnCode: string;
  readonly rowId: string;
}

/** Shows one masked number to one person, for a purpose that is written down (查看完整号码). */
@Injectable()
export class UnmaskService {
  constructor(private readonly numbers: NumberReader) {}

  /** Notes who wants to see what and why. Refuses BAD_INPUT (PURPOSE_WORDS_FORM), NOT_FOUND. */
  async ask(tx: Tx, { columnCode, rowId, purpose, words }: NumberWish): Promise<Result<string>> {
    const issues = purposeIssues('words', words);
    if (issues.length > 0) return badInput(issues);
    const column = this.numbers.column(columnCode);
    if (!column || !(await this.numbers.has(tx, column, rowId))) return notFound('personal-number');
    const id = tx.newId();
    const until = new Date(tx.now.getTime() + SHOWN_MINUTES * 60_000);
    const said = words.trim();
    await tx.query(insertUnmaskingSql, [tx.area, id, columnCode, rowId, purpose, said, personOf(tx), tx.now, until]);
    await recordAction(tx, {
      ...{ subjectType: 'personal-number', subjectId: rowId, kind: 'PersonalNumberShown', reason: said },
      payload: { unmaskingId: id, column: columnCode, purpose },
    });
    return ok(id);
  }

  /** What was asked for, for whoever asked; without its value when it was erased or the time is over. */
  async shown(tx: Tx, id: string): Promise<ShownNumber | undefined> {
    const [row] = await tx.query<UnmaskingRow>(unmaskingSql, [tx.area, id]);
    const column = row && this.numbers.column(row.columnCode);
    if (!row || !column || row.askedBy !== personOf(tx)) return undefined;
    const number = await this.numbers.one(tx, column, row.rowId);
    if (!number) return undefined;
    const over = tx.now > row.showUntil;
    return {
      ...{ id, columnCode: row.columnCode, rowId: row.rowId, label: number.label, showUntil: row.showUntil },
      ...{ value: over ? null : (number.value ?? null), erased: number.value === undefined },
    };
  }
}
