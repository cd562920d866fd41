import fc from 'fast-check';
import { present, unreachable } from './assert';
import { canonicalJson } from './canonical-json';
import { areaCode, isUuid } from './ids';
import { badInput, notFound, ok, refuse } from './result';

const seed = 510_900;

describe(`canonical JSON (seed ${seed})`, () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        return canonicalJson(value) === canonicalJson(turned);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('writes a bigint as a decimal string and leaves undefined out', () => {
    expect(canonicalJson({ b: 10n, a: undefined, c: [undefined, 1] })).toBe('{"b":"10","c":[null,1]}');
  });

  it('stops on what JSON cannot carry', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow();
    expect(() => canonicalJson(() => 1)).toThrow();
  });
});

describe('results and ids', () => {
  it('a refusal is a value: kind, code, facts, issues', () => {
    expect(refuse('rule', 'OVERDRAWN', { by: '0.01' })).toEqual({
      ok: false,
      refusal: { kind: 'rule', code: 'OVERDRAWN', facts: { by: '0.01' }, issues: [] },
    });
    expect(badInput([{ field: 'amount', code: 'NOT_AN_AMOUNT' }]).refusal.issues).toHaveLength(1);
    expect(ok(1)).toEqual({ ok: true, value: 1 });
  });

  it('X1 absent and foreign are one answer', () => {
    expect(notFound('contract').refusal).toEqual(notFound('contract').refusal);
    expect(notFound('contract').refusal.code).toBe('NOT_FOUND');
  });

  it('an area is a six-digit division code', () => {
    expect(areaCode('510900')).toBe('510900');
    expect(() => areaCode('51090')).toThrow();
    expect(isUuid('01890a5d-ac96-774b-bcce-b302099a8057')).toBe(true);
    expect(isUuid('01890A5D-AC96-774B-BCCE-B302099A8057')).toBe(false);
  });

  it('PD-08 a value outside its type stops the programme', () => {
    expect(() => unreachable('released?' as never)).toThrow('outside its type');
    expect(() => present(undefined, 'the row')).toThrow('the row is present');
  });
});
