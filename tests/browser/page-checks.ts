import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const inPage = (name: string): string => readFileSync(join(__dirname, 'in-page', name), 'utf8');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const glyphScript = inPage('missing-glyphs.js');
const accessibilityScript = inPage('accessibility.js');

/** How much wider the page is than its window, in CSS pixels; 0 when nothing scrolls sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');

/** Keys that have no words in the chosen language; the console shows them between brackets. */
export const untranslatedKeys = async (page: Page): Promise<readonly string[]> => {
  const text = await page.evaluate<string>('document.body.innerText');
  return [...text.matchAll(/⟦[^⟧]*⟧/g)].map(([key]) => key);
};

/** Letters of the page that would be drawn as an empty box. */
export const missingGlyphs = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(glyphScript);

export interface AxeFinding {
  readonly rule: string;
  readonly where: readonly string[];
  readonly words: string;
}

/** What axe-core says about the page as it stands (WCAG 2.2 A and AA). */
export const accessibilityFindings = async (page: Page): Promise<readonly AxeFinding[]> => {
  await page.evaluate(axeSource);
  return page.evaluate<readonly AxeFinding[]>(accessibilityScript);
};

/** Gathers what the browser's console calls an error or a warning, and scripts that threw. */
export const watchErrors = (page: Page): string[] => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
};
