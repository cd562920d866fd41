import { Injectable } from '@nestjs/common';
import { CatalogService } from '@huiji/catalog';
import type { Tx } from '@huiji/platform';
import { payeeKey, type Payee } from './model/bank-account';

/** Knows the persons whom an area may pay. The domain that keeps them registers one. */
export interface PersonDirectory {
  /** Names by id of the persons of the area; ids it does not know are left out. */
  names(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Tells whether a payee exists in the area, and what it is called. */
@Injectable()
export class PayeeDirectories {
  private persons: PersonDirectory | undefined;

  constructor(private readonly catalog: CatalogService) {}

  /** Called once at start by the library that keeps the insured persons. */
  registerPersons(directory: PersonDirectory): void {
    if (this.persons) throw new Error('there is one directory of persons');
    this.persons = directory;
  }

  /** Names by `payeeKey`; who is not of the area is left out. */
  async names(tx: Tx, payees: readonly Payee[]): Promise<ReadonlyMap<string, string>> {
    const idsOf = (type: Payee['payeeType']): readonly string[] =>
      payees.filter(({ payeeType }) => payeeType === type).map(({ payeeId }) => payeeId);
    const [organisations, persons] = [idsOf('organisation'), idsOf('person')];
    const names = new Map<string, string>();
    if (organisations.length > 0) {
      const roles = await this.catalog.rolesInArea(tx, organisations);
      const known = await this.catalog.organisationsById(tx, [...roles.keys()]);
      for (const [payeeId, { nameZh }] of known) names.set(payeeKey({ payeeType: 'organisation', payeeId }), nameZh);
    }
    if (persons.length > 0 && this.persons)
      for (const [payeeId, name] of await this.persons.names(tx, persons))
        names.set(payeeKey({ payeeType: 'person', payeeId }), name);
    return names;
  }

  async exists(tx: Tx, payee: Payee): Promise<boolean> {
    return (await this.names(tx, [payee])).size === 1;
  }
}
