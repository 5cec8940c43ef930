import type { Browser } from 'playwright-core';
import { openChromium } from './chromium.js';
import { Person } from './person.js';
import { startStack, type Stack } from './stack.js';

/** One Jalon and one browser for all the journeys: starting them takes longer than most of what is tried. */
let stack: Stack | undefined;
let browser: Browser | undefined;

export async function open(): Promise<void> {
  stack = await startStack();
  browser = await openChromium();
}

export async function close(): Promise<void> {
  await browser?.close();
  await stack?.stop();
}

function running() {
  if (!stack || !browser) throw new Error('Jalon is not running.');
  return { url: stack.url, browser };
}

/** A new browser context on the running Jalon, for who is not signed in yet. */
export function newContext() {
  const { url, browser: chromium } = running();
  return chromium.newContext({ baseURL: url, locale: 'fr-FR' });
}

/** Somebody signs in, does something and leaves; nothing went wrong on the way, said or unsaid. */
export async function as(name: string, act: (person: Person) => Promise<void>): Promise<void> {
  const { url, browser: chromium } = running();
  const person = await Person.signIn(chromium, url, name);
  try {
    await act(person);
  } catch (error) {
    await person.inspect(`failed-${name}`);
    throw new Error(`${name} was stopped: ${String(error)}\n${person.troubles.join('\n')}`, { cause: error });
  } finally {
    await person.page.context().close();
  }
  if (person.troubles.length > 0) throw new Error(`${name} met:\n${person.troubles.join('\n')}`);
}
