import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@huiji/kernel';
import { recordAction, type Tx } from '@huiji/platform';
import { areaSubjectId } from './area-subject';

export const noteTopics = ['area', 'price', 'volume', 'organisation', 'care', 'savings', 'payment'] as const;
export type NoteTopic = (typeof noteTopics)[number];

/** One thing a demonstration area says of its own data. */
export interface DemoNote {
  readonly topic: NoteTopic;
  readonly textZh: string;
  readonly textEn: string;
}

/** What a demonstration says of itself: which figures are real, which are invented, and why. */
@Injectable()
export class DemoNoteService {
  /** Keeps the notes of an area, in their order. Only the loader of a demonstration calls it, once. */
  async keep(tx: Tx, notes: readonly DemoNote[]): Promise<Result<number>> {
    for (const [index, note] of notes.entries())
      await tx.query(
        `INSERT INTO flows.demo_note (area, id, position, topic, text_zh, text_en) VALUES ($1, $2, $3, $4, $5, $6)`,
        [tx.area, tx.newId(), index + 1, note.topic, note.textZh, note.textEn],
      );
    await recordAction(tx, {
      subjectType: 'area',
      subjectId: areaSubjectId(tx.area),
      kind: 'DemoNotesKept',
      payload: { count: notes.length },
    });
    return ok(notes.length);
  }

  async all(tx: Tx): Promise<readonly (DemoNote & { readonly id: string })[]> {
    return tx.query<DemoNote & { id: string }>(
      `SELECT id, topic, text_zh AS "textZh", text_en AS "textEn" FROM flows.demo_note WHERE area = $1 ORDER BY position`,
      [tx.area],
    );
  }
}
