import { headsText, KEPT_HEADS_LIMIT, readKeptHeads } from './kept-heads';

const head = 'ab'.repeat(32);

describe('X2 kept heads of seals', () => {
  it('are read as they were written, with words and remarks around them', () => {
    const heads = [
      { area: '510900', number: 1n, head },
      { area: '510900', number: 2n, head: head.toUpperCase().toLowerCase() },
    ];
    const text = headsText(heads.map((one) => ({ ...one, words: 'rows=5' })));
    expect(text).toBe(`510900 1 ${head} rows=5\n510900 2 ${head} rows=5\n`);
    expect(readKeptHeads(`# kept on paper\n\n${text}`)).toEqual({ ok: true, value: heads });
    expect(readKeptHeads('')).toEqual({ ok: true, value: [] });
  });

  it.each([`510900 0 ${head}`, `510900 1 ${head.slice(1)}`, `1 1 ${head}`, 'words'])(
    'a line that is none is refused by its number: %s',
    (line) => {
      expect(readKeptHeads(`# first\n${line}`)).toMatchObject({
        refusal: { code: 'BAD_INPUT', issues: [{ field: 'keptHeads', code: 'KEPT_HEAD_FORM', facts: { line: '2' } }] },
      });
    },
  );

  it('a list without end is refused', () => {
    expect(readKeptHeads('\n'.repeat(KEPT_HEADS_LIMIT))).toMatchObject({
      refusal: { issues: [{ code: 'KEPT_HEADS_TOO_MANY' }] },
    });
  });
});
