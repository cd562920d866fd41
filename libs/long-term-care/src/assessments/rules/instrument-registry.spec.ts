import { instruments } from '../data/instruments';
import { cnLtci2021 } from '../data/cn-ltci-2021';
import { instrumentOf, needsConfirmation } from './instrument-registry';

describe('the registry of instruments', () => {
  it('D2 holds each key and version once and finds it by both', () => {
    const names = instruments.map(({ key, version }) => `${key}@${version}`);
    expect(new Set(names).size).toBe(names.length);
    expect(instrumentOf(instruments, { key: 'cn_ltci_2021', version: '2021-1' })).toBe(cnLtci2021);
    expect(instrumentOf(instruments, { key: 'cn_ltci_2021', version: '2031-1' })).toBeUndefined();
  });

  it('D2 asks for confirmation while a band or the table is not verified, and no longer', () => {
    expect(needsConfirmation(cnLtci2021)).toBe(true);
    const domains = cnLtci2021.domains.map((domain) => ({ ...domain, bandsVerified: true }));
    expect(needsConfirmation({ ...cnLtci2021, domains })).toBe(true);
    const { scoring } = cnLtci2021;
    if (scoring.method !== 'combination-table') throw new Error('the instrument of 2021 has a table');
    expect(needsConfirmation({ ...cnLtci2021, domains, scoring: { ...scoring, tableVerified: true } })).toBe(false);
  });
});
