import type { Type } from '@nestjs/common';
import { CalendarService } from '@huiji/calendar';
import { CatalogService, type OrganisationKind } from '@huiji/catalog';
import { FundAccountService, PayeeAccountService, PayeeDirectories } from '@huiji/fund';
import { plainDate, type Result } from '@huiji/kernel';
import type { TestDatabase } from '@huiji/migrations/testing';
import type { Tx } from '@huiji/platform';

const person = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
export const people = {
  clerk: person(1),
  first: person(2),
  recheck: person(3),
  approver: person(4),
  enterer: person(5),
  checker: person(6),
  supplier: person(7),
  hospital: person(8),
  insured: person(9),
} as const;

export const acceptanceLine = (n: number): string => `00000000-0000-7000-9000-${n.toString().padStart(12, '0')}`;

export interface Parties {
  readonly hospital: string;
  readonly otherHospital: string;
  readonly supplier: string;
  readonly otherSupplier: string;
  readonly product: string;
}

type Get = <T>(type: Type<T>) => T;

/** The directory of insured persons, once per program: everybody is 张三. */
export const registerInsured = (get: Get): void => {
  get(PayeeDirectories).registerPersons({
    names: (_tx, ids) => Promise.resolve(new Map(ids.map((id) => [id, '张三']))),
  });
};

/** An area that can pay: organisations, one product, the due-date policy, the fund's account, accounts of payees. */
export const settle = async (db: TestDatabase, area: string, get: Get, openingFen: bigint): Promise<Parties> => {
  const as = async <T>(who: string, work: (tx: Tx) => Promise<Result<T>>): Promise<T> => {
    const result = await db.database.inTransaction(db.scope(area, who), work);
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
    return result.value;
  };
  const parties = await recordParties(as, get);
  await as(people.clerk, (tx) =>
    get(CalendarService).adoptDueDatePolicy(tx, {
      counting: 'days-after-acceptance',
      deadlineDays: 30,
      roll: 'next-working-day',
      legalBasis: '测试',
      validFrom: plainDate('2019-01-01'),
      validTo: null,
      confirmedBy: null,
    }),
  );
  const funds = get(FundAccountService);
  const own = await as(people.enterer, (tx) =>
    funds.enter(tx, {
      ...bankEntry('5100012345678901'),
      openingBalanceFen: openingFen,
      openingDate: plainDate('2020-07-01'),
    }),
  );
  await as(people.checker, (tx) => funds.confirm(tx, own));
  const payees = get(PayeeAccountService);
  const paid = [
    ['organisation', parties.supplier],
    ['organisation', parties.hospital],
    ['person', people.insured],
  ] as const;
  for (const [index, [payeeType, payeeId]] of paid.entries()) {
    const id = await as(people.enterer, (tx) =>
      payees.enter(tx, { payeeType, payeeId }, bankEntry(`622202021234567${index}`)),
    );
    await as(people.checker, (tx) => payees.confirm(tx, id));
  }
  return parties;
};

const bankEntry = (accountNumber: string) => ({
  holderName: '测试户名',
  bankName: '中国工商银行',
  cnaps: '102100099996',
  accountNumber,
  bankCodeVerified: false,
});

const recordParties = async (
  as: <T>(who: string, work: (tx: Tx) => Promise<Result<T>>) => Promise<T>,
  get: Get,
): Promise<Parties> => {
  const catalog = get(CatalogService);
  const organisation = async (kind: OrganisationKind, nameZh: string): Promise<string> => {
    const id = await as(people.clerk, (tx) =>
      catalog.recordOrganisation(tx, { kind, nameZh, nameEn: nameZh, uscc: null, medicalCode: null }),
    );
    await as(people.clerk, (tx) => catalog.joinArea(tx, id, [kind]));
    return id;
  };
  const hospital = await organisation('hospital', '遂宁市测试医院');
  const otherHospital = await organisation('hospital', '遂宁市另一医院');
  const supplier = await organisation('supplier', '测试配送企业');
  const otherSupplier = await organisation('supplier', '另一配送企业');
  const manufacturerId = await organisation('manufacturer', '测试药厂');
  const varietyId = await as(people.clerk, (tx) =>
    catalog.recordVariety(tx, {
      genericNameZh: '阿托伐他汀口服常释剂型',
      genericNameEn: 'Atorvastatin',
      smallestUnitZh: '片',
      dosageForm: '片剂',
      antibiotic: false,
    }),
  );
  const product = await as(people.clerk, (tx) =>
    catalog.recordProduct(tx, {
      varietyId,
      code: 'N-1',
      nameZh: '阿托伐他汀钙片',
      strength: '20mg*7',
      unitsPerPack: 7n,
      manufacturerId,
      sourceNote: '',
    }),
  );
  return { hospital, otherHospital, supplier, otherSupplier, product };
};
