import type { PlainDate } from '@huiji/kernel';
import { castAgency, type AgencyPlayers, type Casting } from './people';
import type { Distributor } from './procurement/procurement-play';
import type { PackLine, Wish } from './procurement/supply-play';
import type { NamedPayee } from './payment/payment-play';
import type { Player } from './stage';

/** Who plays in an area. */
export interface Troupes {
  readonly agency: AgencyPlayers;
  readonly hospitals: readonly Player[];
  readonly hospitalNames: readonly string[];
  readonly distributors: readonly Distributor[];
}

/** What an area is called and where its log-ins begin. */
export interface AreaCast {
  readonly prefix: string;
  readonly cityZh: string;
  readonly cityEn: string;
  readonly openedOn: PlainDate;
  readonly hospitals: readonly (readonly [zh: string, en: string, small?: boolean])[];
  readonly distributors: readonly (readonly [zh: string, en: string])[];
}

const loginOf = (prefix: string, noun: string, index: number): string =>
  index === 0 ? `${prefix}-${noun}` : `${prefix}-${noun}-${(index + 1).toString()}`;

/** Casts agency, hospitals and distributors; every name says that it is invented. */
export const cast = async (casting: Casting, area: AreaCast): Promise<Troupes> => {
  const agency = await castAgency(casting, area.prefix, area.cityZh, area.cityEn);
  const hospitals: Player[] = [];
  const hospitalNames: string[] = [];
  for (const [index, [zh, en, small]] of area.hospitals.entries()) {
    const organisation = await casting.organisation('hospital', zh, en, small ?? false);
    const login = loginOf(area.prefix, 'hospital', index);
    hospitals.push(await casting.player(login, `${zh}药学部`, organisation, 'hospital'));
    hospitalNames.push(zh);
  }
  const distributors: Distributor[] = [];
  for (const [index, [zh, en]] of area.distributors.entries()) {
    const organisation = await casting.organisation('supplier', zh, en);
    const login = loginOf(area.prefix, 'supplier', index);
    distributors.push({ player: await casting.player(login, `${zh}结算部`, organisation, 'supplier'), nameZh: zh });
  }
  return { agency, hospitals, hospitalNames, distributors };
};

/** The organisations of an area that are paid. */
export const organisationPayees = ({ hospitals, hospitalNames, distributors }: Troupes): readonly NamedPayee[] => [
  ...distributors.map(({ player, nameZh }) => ({
    payeeType: 'organisation' as const,
    payeeId: player.organisationId,
    holderName: nameZh,
  })),
  ...hospitals.map((player, index) => ({
    payeeType: 'organisation' as const,
    payeeId: player.organisationId,
    holderName: hospitalNames[index] ?? '',
  })),
];

/** One wish per hospital and distributor: the packs of its products, where there are any. */
export const wishesOf = (
  { hospitals, distributors }: Troupes,
  supplierOf: ReadonlyMap<string, string>,
  packsOf: (hospital: number) => readonly PackLine[],
): readonly Wish[] =>
  hospitals.flatMap((hospital, index) => {
    const lines = packsOf(index).filter((line) => line.packs > 0n);
    return distributors
      .map(({ player }) => ({
        hospital,
        supplier: player,
        lines: lines.filter((line) => supplierOf.get(line.code) === player.organisationId),
      }))
      .filter((wish) => wish.lines.length > 0);
  });
