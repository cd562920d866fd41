import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { accessibilityFindings, missingGlyphs, sidewaysScroll, untranslatedKeys, watchErrors } from './page-checks';

const artefacts = join(__dirname, 'artefacts');
const PASSWORD = 'huiji-demo';

interface Entrance {
  readonly width?: number;
  readonly language?: 'zh' | 'en';
}

/** One person of the demonstration at a browser of their own. */
export class Visitor {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly address: string,
    private readonly errors: readonly string[],
  ) {}

  static async enter(
    browser: Browser,
    address: string,
    loginName: string,
    { width = 1280, language = 'zh' }: Entrance = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.addInitScript(`localStorage.setItem('huiji.language', '${language}')`);
    const visitor = new Visitor(page, context, address, watchErrors(page));
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

  /** Nothing is loading any more. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.waitForFunction(`document.querySelectorAll('[aria-busy=true]').length === 0`);
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
    await within.getByLabel(label).first().click();
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

  /** What the page is, kept as a picture; and what may not be wrong with any page. */
  async look(name: string): Promise<void> {
    await this.settle();
    mkdirSync(artefacts, { recursive: true });
    await this.page.screenshot({ path: join(artefacts, `${name}.png`), fullPage: true });
    expect({ page: name, sideways: await sidewaysScroll(this.page) }).toEqual({ page: name, sideways: 0 });
    expect({ page: name, keys: await untranslatedKeys(this.page) }).toEqual({ page: name, keys: [] });
    expect({ page: name, boxes: await missingGlyphs(this.page) }).toEqual({ page: name, boxes: [] });
    expect({ page: name, errors: this.errors }).toEqual({ page: name, errors: [] });
    expect({ page: name, barriers: await accessibilityFindings(this.page) }).toEqual({ page: name, barriers: [] });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
