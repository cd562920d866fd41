import { Injectable } from '@nestjs/common';
import { fen, plainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { RunView } from '../model/run';

interface Row {
  id: string;
  year_id: string;
  policy_id: string;
  made_on: string;
  answer_until: string;
  sheet_count: bigint;
  line_count: bigint;
  retained_fen: bigint;
  seal: string;
}

const view = (row: Row): RunView => ({
  id: row.id,
  yearId: row.year_id,
  policyId: row.policy_id,
  madeOn: plainDate(row.made_on),
  answerUntil: plainDate(row.answer_until),
  sheetCount: row.sheet_count,
  lineCount: row.line_count,
  retained: fen(row.retained_fen),
  seal: row.seal,
});

const select = `SELECT r.*, k.sheet_count, k.line_count, k.retained_fen, k.seal
  FROM savings.run r JOIN savings.run_seal k ON k.area = r.area AND k.run_id = r.id`;

@Injectable()
export class RunRepository {
  async find(tx: Tx, id: string): Promise<RunView | undefined> {
    const rows = await tx.query<Row>(`${select} WHERE r.area = $1 AND r.id = $2`, [tx.area, id]);
    return rows.map(view)[0];
  }

  async ofYear(tx: Tx, yearId: string): Promise<readonly RunView[]> {
    const rows = await tx.query<Row>(
      `${select} WHERE r.area = $1 AND r.year_id = $2 ORDER BY r.made_on DESC, r.id DESC`,
      [tx.area, yearId],
    );
    return rows.map(view);
  }
}
