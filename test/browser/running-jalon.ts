import type { Browser } from 'playwright-core';
import { ApiPerson } from '../../prisma/seed-api.js';
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

const persons = new Map<string, Promise<ApiPerson>>();

/** The demonstration person of this name, without a browser: for what a journey does not show. */
export async function byApi(name: string): Promise<ApiPerson> {
  const { url } = running();
  const accounts = (await (await fetch(`${url}/api/demonstration/accounts`)).json()) as { email: string; name: string }[];
  const email = accounts.find((account) => account.name === name)?.email;
  if (email === undefined) throw new Error(`No demonstration account is called ${name}.`);
  const known = persons.get(name) ?? ApiPerson.signIn(url, email);
  persons.set(name, known);
  return known;
}

/** Somebody signs in, does something and leaves; nothing went wrong on the way, said or unsaid. */
export async function as(name: string, act: (person: Person) => Promise<void>): Promise<void> {
  await onChromium(name, async (person) => {
    await person.enter();
    await act(person);
  });
}

/** The same for somebody who has not signed in yet. */
export async function onChromium(name: string, act: (person: Person) => Promise<void>): Promise<void> {
  const { url, browser: chromium } = running();
  const person = await Person.arrive(chromium, url, name);
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
