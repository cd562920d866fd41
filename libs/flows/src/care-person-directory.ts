import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PayeeDirectories, type PersonDirectory } from '@huiji/fund';
import { ApplicationService } from '@huiji/long-term-care';
import type { Tx } from '@huiji/platform';

/** The insured persons whom an area may pay: those of long-term care, told to the keeper of payee accounts. */
@Injectable()
export class CarePersonDirectory implements PersonDirectory, OnModuleInit {
  constructor(
    private readonly applications: ApplicationService,
    private readonly directories: PayeeDirectories,
  ) {}

  onModuleInit(): void {
    this.directories.registerPersons(this);
  }

  async names(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const people = await this.applications.people(tx, ids);
    return new Map(people.map(({ id, fullName }) => [id, fullName]));
  }
}
