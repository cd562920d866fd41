/** Kinds of organisations (机构类别). */
export const organisationKinds = [
  'agency',
  'hospital',
  'supplier',
  'manufacturer',
  'care-institution',
  'assessment-institution',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Unified social credit code; null where it is not known. */
  readonly uscc: string | null;
  /** Code of a medical institution; null where it is not known. */
  readonly medicalCode: string | null;
  readonly smallPrimaryCare: boolean;
}

/** A generic drug in one dosage form (品种). */
export interface Variety {
  readonly id: string;
  readonly genericNameZh: string;
  readonly genericNameEn: string;
  /** 片, 粒, 支, 袋. */
  readonly smallestUnitZh: string;
  readonly dosageForm: string;
  readonly antibiotic: boolean;
}

/** One pack of one maker (产品). */
export interface Product {
  readonly id: string;
  readonly varietyId: string;
  /** National code, or a stand-in that begins with N-. */
  readonly code: string;
  readonly nameZh: string;
  readonly strength: string;
  /** Smallest units in one pack, 1…1,000,000. */
  readonly unitsPerPack: bigint;
  readonly manufacturerId: string;
  readonly sourceNote: string;
}

/** What is needed to record one; the id is made by the transaction. */
export type NewOrganisation = Omit<Organisation, 'id' | 'smallPrimaryCare'> & { readonly smallPrimaryCare?: boolean };
export type NewVariety = Omit<Variety, 'id'>;
export type NewProduct = Omit<Product, 'id'>;

/** What breaks ties between organisations: the medical code, else the credit code, else the id. Unique. */
export const organisationCode = (organisation: Pick<Organisation, 'id' | 'uscc' | 'medicalCode'>): string =>
  organisation.medicalCode ?? organisation.uscc ?? organisation.id;
