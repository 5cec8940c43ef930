import { isRecord, type FormValue } from '../forms/value.js';

/** What was typed and not yet saved, kept on this device: a reload or a lost session loses nothing. */
export interface LocalCopy {
  readonly content: FormValue;
  /** What it was written on: the version of a draft. */
  readonly base: number;
}

const nameOf = (key: string) => `jalon:${key}`;

export function readLocalCopy(key: string): LocalCopy | undefined {
  const text = localStorage.getItem(nameOf(key));
  if (text === null) return undefined;
  const copy: unknown = JSON.parse(text);
  return isRecord(copy) && isRecord(copy.content) && typeof copy.base === 'number' ? { content: copy.content, base: copy.base } : undefined;
}

export const keepLocalCopy = (key: string, copy: LocalCopy) => localStorage.setItem(nameOf(key), JSON.stringify(copy));
export const dropLocalCopy = (key: string) => localStorage.removeItem(nameOf(key));
