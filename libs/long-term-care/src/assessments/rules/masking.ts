import { maskName } from '@huiji/kernel';

/** What publicity may show of a person. No digit of an identity number, telephone or house is among it. */
export interface PublicFace {
  readonly maskedName: string;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
  /** Street or town (街道、乡镇), never a house. */
  readonly street: string;
}

/** Takes the public face of a person (公示): 张小三 → 张*三; the birth date keeps its year, a place loses everything from its first digit. */
export const publicFace = (person: {
  readonly fullName: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: string;
  readonly street: string;
}): PublicFace => ({
  maskedName: maskName(person.fullName.trim()),
  sex: person.sex,
  birthYear: Number(person.birthDate.slice(0, 4)),
  street: person.street.replace(/[0-9０-９].*$/u, '').trim(),
});
