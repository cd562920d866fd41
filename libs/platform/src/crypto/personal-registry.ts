import { Injectable } from '@nestjs/common';
import { platformPersonalColumns, type PersonalColumn } from './personal-column';

/** A kind of person that can be forgotten: declared by the library that keeps them. */
export interface PersonalSubject {
  /** As in actions: 'care-person'. */
  readonly type: string;
  /** By the code of a retention rule: SELECT of the ids that are due, $1 the area, $2 the day before which their time began; at most 500. */
  readonly due: Readonly<Record<string, string>>;
  /** Statements that overwrite what stands in clear; $1 the area, $2 the ids. */
  readonly erase: readonly string[];
}

/** Where personal data lies: each library that keeps some says so at start. */
@Injectable()
export class PersonalRegistry {
  private readonly known: PersonalColumn[] = [...platformPersonalColumns];
  private readonly kinds: PersonalSubject[] = [];

  register(columns: readonly PersonalColumn[], subjects: readonly PersonalSubject[] = []): void {
    for (const { code } of columns)
      if (this.known.some((column) => column.code === code)) throw new Error(`two personal columns are called ${code}`);
    this.known.push(...columns);
    this.kinds.push(...subjects);
  }

  get columns(): readonly PersonalColumn[] {
    return this.known;
  }

  get subjects(): readonly PersonalSubject[] {
    return this.kinds;
  }
}
