import { launchChromium } from './chromium';
import { accessibilityFindings, missingGlyphs, sidewaysScroll, untranslatedKeys, watchErrors } from './page-checks';
it('x', async () => {
  const b = await launchChromium();
  for (const width of [1280, 390])
    for (const lang of ['zh', 'en']) {
      const c = await b.newContext({ viewport: { width, height: 900 } });
      const p = await c.newPage();
      const e = watchErrors(p);
      await p.addInitScript(
        `sessionStorage.setItem('huiji.session', JSON.stringify({accessToken:'a',refreshToken:'b'})); localStorage.setItem('huiji.language','${lang}')`,
      );
      for (const path of (process.env.PATHS ?? '/').split(' ')) {
        await p.goto('http://localhost:5199' + path, { waitUntil: 'networkidle' });
        console.log(
          width,
          lang,
          path,
          await sidewaysScroll(p),
          await untranslatedKeys(p),
          await missingGlyphs(p),
          JSON.stringify(await accessibilityFindings(p), null, 1),
        );
      }
      console.log(e);
      await c.close();
    }
  await b.close();
}, 180000);
