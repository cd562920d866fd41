// Runs in the page. Each letter is drawn and compared with a letter no font has: equal means an empty box.
(async () => {
  const family = '24px "Noto Sans SC", system-ui, sans-serif';
  const letters = [...new Set(document.body.innerText)].filter((letter) => /\S/u.test(letter));
  await document.fonts.load(family, letters.join(''));
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const drawn = (letter) => {
    context.clearRect(0, 0, 40, 40);
    context.font = family;
    context.fillText(letter, 4, 30);
    return context.getImageData(0, 0, 40, 40).data.join();
  };
  const box = drawn('\u{10fff0}');
  return letters.filter((letter) => drawn(letter) === box);
})();
