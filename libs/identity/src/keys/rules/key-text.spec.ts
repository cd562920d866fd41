import { keyParts, keyText } from './key-text';

describe('the text of a key', () => {
  const parts = { id: '0190c6a4-5c1e-7b1a-9f00-000000000001', secret: `${'A'.repeat(20)}_-${'b'.repeat(21)}` };

  it('holds id and secret, and is read back', () => {
    expect(keyText(parts)).toMatch(/^huiji_0190c6a45c1e7b1a9f00000000000001_A/);
    expect(keyParts(keyText(parts))).toEqual(parts);
  });

  it.each(['', 'huiji_', 'huiji_x_y', `${keyText(parts)}x`, keyText(parts).slice(0, -1), keyText(parts).toUpperCase()])(
    'is no other text: %s',
    (text) => {
      expect(keyParts(text)).toBeUndefined();
    },
  );
});
