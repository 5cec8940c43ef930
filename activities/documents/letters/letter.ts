import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { ServiceContact } from '../../service-contact.js';

/** A part of a letter's body, in reading order. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Labels and what they stand for: a table of two columns. */
  | { readonly kind: 'facts'; readonly caption: string; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** A table with a head; amounts stand on the right. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** Someone's name and capacity at the foot of a decision (CRPA L212-1). */
export interface Signature {
  readonly capacity: string;
  readonly name: string;
  /** Such as « Décision prise dans le téléservice le 9 janvier 2024 ». */
  readonly note?: string;
}

/** A letter, whatever it will look like. */
export interface Letter {
  readonly title: string;
  /** Number of the case. */
  readonly reference: string;
  readonly on: CivilDate;
  readonly service: ServiceContact;
  /** Lines of the addressee's block. */
  readonly addressee: readonly string[];
  readonly blocks: readonly Block[];
  readonly signatures: readonly Signature[];
  /** What must be known besides: remedies, whom to ask. Set apart from the body. */
  readonly notices: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const facts = (caption: string, rows: readonly (readonly [string, string] | false | undefined)[]): Block => ({
  kind: 'facts',
  caption,
  rows: rows.filter((row) => row !== false && row !== undefined),
});
export const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  caption,
  head,
  rows,
});
