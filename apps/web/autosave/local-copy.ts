import { isRecord, type FormValue } from '../forms/value.js';

/** What was typed and not yet saved, kept on this device: a reload or a lost session loses nothing. */
export interface LocalCopy {
  readonly content: FormValue;
  /** What it was written on: the version of a draft. */
  readonly base: number;
}

const nameOf = (key: string) => `jalon:${key}`;

export function readLocalCopy(key: string): LocalCopy | undefined {
  const copy = allowed(() => JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null') as unknown);
  return isRecord(copy) && isRecord(copy.content) && typeof copy.base === 'number' ? { content: copy.content, base: copy.base } : undefined;
}

export const keepLocalCopy = (key: string, copy: LocalCopy) => allowed(() => localStorage.setItem(nameOf(key), JSON.stringify(copy)));
export const dropLocalCopy = (key: string) => allowed(() => localStorage.removeItem(nameOf(key)));

/** A browser may refuse its storage, or have no room left: typing goes on, and the server's copy remains. */
function allowed<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
