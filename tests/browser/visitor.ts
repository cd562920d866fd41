import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { Traffic } from './traffic';
import { accessibilityFindings, missingGlyphs, sidewaysScroll, untranslatedKeys, watchErrors } from './page-checks';

const artefacts = join(__dirname, 'artefacts');
const PASSWORD = 'huiji-demo';

export interface Entrance {
  readonly width?: number;
  readonly language?: 'zh' | 'en';
}

/** One person of the demonstration at a browser of their own. */
export class Visitor {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly address: string,
    private readonly errors: string[],
    private readonly traffic: Traffic,
  ) {}

  static async enter(
    browser: Browser,
    address: string,
    loginName: string,
    { width = 1280, language = 'zh' }: Entrance = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.addInitScript(`localStorage.setItem('huiji.language', '${language}')`);
    const visitor = new Visitor(page, context, address, watchErrors(page), new Traffic(page));
    await page.goto(`${address}/`);
    await page.locator('input[autocomplete=username]').fill(loginName);
    await page.locator('input[autocomplete=current-password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.top').waitFor();
    await visitor.settle();
    return visitor;
  }

  async open(path: string): Promise<this> {
    await this.page.goto(`${this.address}${path}`);
    await this.settle();
    return this;
  }

  /** Goes to another address within the page, as its links do: nothing is loaded anew. */
  async walk(path: string): Promise<this> {
    await this.page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await this.settle();
    return this;
  }

  /** Addresses of the rooms in the menu. */
  async rooms(): Promise<readonly string[]> {
    const links = this.page.locator('.side.fixed a');
    return Promise.all((await links.all()).map(async (link) => (await link.getAttribute('href')) ?? '/'));
  }

  /** Opens the first thing of the page's first list, if there is one. */
  async enterFirst(): Promise<boolean> {
    const link = this.page.locator('main tbody a').first();
    if ((await link.count()) === 0) return false;
    await this.go(link);
    return true;
  }

  /** Nothing is loading any more. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState();
    await this.traffic.quiet();
    await this.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.go(this.page.getByRole('main').getByRole('link', { name }).first());
  }

  /** Clicks what leads to another page, and is there. */
  async go(link: Locator): Promise<void> {
    const before = this.page.url();
    await link.click();
    await this.page.waitForURL((url) => url.href !== before);
    await this.settle();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
    await this.settle();
  }

  /** Opens the dialog of a weighty act, fills what it asks for, and does it. */
  async act(name: string, reason?: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
    await this.confirm(name, reason);
  }

  /** Does what an open dialog proposes; it closes when the act was done. */
  async confirm(name: string, reason?: string): Promise<void> {
    const dialog = this.dialog();
    if (reason !== undefined) await dialog.locator('textarea').fill(reason);
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await this.settle();
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async fill(label: string | RegExp, value: string, within: Locator | Page = this.page): Promise<void> {
    await within.getByLabel(label).first().fill(value);
  }

  /** Chooses an option of a select by the words in it. */
  async choose(label: string, option: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    const box = within.getByLabel(label).first();
    await box.click();
    if (typeof option === 'string' && (await box.isEditable())) await box.fill(option);
    await this.page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .filter({ hasText: option })
      .first()
      .click();
  }

  /** The state beside the title, waited for. */
  async state(words: string, timeout = 20_000): Promise<void> {
    await this.page.locator('.page-head .tag', { hasText: words }).waitFor({ timeout });
  }

  async sees(words: string | RegExp, timeout = 10_000): Promise<void> {
    await this.page.getByRole('main').getByText(words).first().waitFor({ timeout });
  }

  /** The whole page as a picture among the artefacts. */
  async keepPicture(name: string): Promise<void> {
    const picture = join(artefacts, `${name}.png`);
    mkdirSync(dirname(picture), { recursive: true });
    await this.page.screenshot({ path: picture, fullPage: true });
  }

  /** What may not be wrong with any page: sideways scroll, keys, glyphs, barriers. A page with faults is kept as a picture. */
  async faults(name: string): Promise<readonly object[]> {
    await this.settle();
    const sideways = await sidewaysScroll(this.page);
    const keys = await untranslatedKeys(this.page);
    const boxes = await missingGlyphs(this.page);
    const barriers = await accessibilityFindings(this.page);
    const errors = this.errors.splice(0);
    const found = [
      ...(sideways > 0 ? [{ name, sideways }] : []),
      ...(keys.length > 0 ? [{ name, keys }] : []),
      ...(boxes.length > 0 ? [{ name, boxes }] : []),
      ...(errors.length > 0 ? [{ name, errors }] : []),
      ...(barriers.length > 0 ? [{ name, barriers }] : []),
    ];
    if (found.length > 0) await this.keepPicture(name);
    return found;
  }

  /** The page as a picture; nothing may be wrong with it. */
  async look(name: string): Promise<void> {
    await this.settle();
    await this.keepPicture(name);
    expect(await this.faults(name)).toEqual([]);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
