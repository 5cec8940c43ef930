import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

const pictures = join(tmpdir(), 'jalon-browser-pictures');

/** Somebody at a browser: does what a person does, by the words on the screen. */
export class Person {
  private constructor(
    readonly page: Page,
    readonly name: string,
  ) {}

  /** Opens a browser of their own. */
  static async arrive(browser: Browser, url: string, name: string): Promise<Person> {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { width: 1280, height: 900 },
    });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const person = new Person(page, name);
    page.on('pageerror', (error) => person.troubles.push(error.message));
    page.on('console', (message) => {
      // A refused request is shown on the page; what the content policy blocks is not.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) person.troubles.push(message.text());
    });
    return person;
  }

  /** Signs in by the identity provider: with a second factor, unless told otherwise. */
  async enter({ strong = true } = {}) {
    await this.visit('/connexion', 'Se connecter');
    await this.page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
    await this.chooseAccount(strong);
    await this.heading(`Bonjour ${this.name}`);
  }

  /** At the identity provider. */
  async chooseAccount(strong: boolean) {
    await this.heading('Choisir un compte');
    await this.page.getByLabel('Connexion renforcée').setChecked(strong);
    await this.button(this.name).click();
  }

  /** Errors of scripts and of the content policy, violations of accessibility rules: told at the end, all together. */
  readonly troubles: string[] = [];

  /** A phone held upright. */
  onAPhone() {
    return this.page.setViewportSize({ width: 390, height: 844 });
  }

  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async visit(path: string, title: string | RegExp) {
    await this.page.goto(path);
    await this.heading(title);
  }

  field(label: string | RegExp) {
    return this.page.getByLabel(label).first();
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name }).first();
  }

  /** A radio button or a checkbox, by the first words of its label: the element itself is under the drawing of the label. */
  async choose(label: string) {
    await this.page
      .locator('label')
      .filter({ hasText: new RegExp(`^${label}`) })
      .first()
      .click();
  }

  async attach(label: string | RegExp, name: string, content: Buffer) {
    await this.field(label).setInputFiles({ name, mimeType: 'application/pdf', buffer: content });
    await this.page.getByRole('link', { name }).first().waitFor();
  }

  /** Notes what axe finds in the state the page is in, and takes a picture to look at. */
  async inspect(name: string) {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`);
    this.troubles.push(...found.map((violation) => `${name}: ${violation}`));
  }
}
