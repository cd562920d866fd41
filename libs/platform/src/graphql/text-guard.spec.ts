import { parse } from 'graphql';
import { checkTexts } from './text-guard';

const document = parse('query ($input: String!) { greeting(name: $input) }');

describe('texts that no column can keep', () => {
  it.each([
    ['a zero byte', { input: { lines: [{ reason: 'a\u0000b' }] } }, 'at "input.lines[0].reason"'],
    ['half a pair', { input: 'a\ud800' }, 'at "input"'],
  ])('%s in a variable is refused, and its place named', (_, variables, place) => {
    expect(() => {
      checkTexts(document, variables);
    }).toThrow(place);
  });

  it('a zero byte in a literal is refused', () => {
    expect(() => {
      checkTexts(parse('{ greeting(name: "a\\u0000b") }'), {});
    }).toThrow('without U+0000');
  });

  it('rare signs, whole pairs and numbers pass', () => {
    checkTexts(document, { input: { name: '𠀀 é\n\t', count: 1, none: null, list: [] } });
  });
});
