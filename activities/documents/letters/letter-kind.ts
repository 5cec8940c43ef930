import { z } from 'zod';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { ServiceContact } from '../../service-contact.js';
import type { Letter } from './letter.js';

/** What is known of a case outside its journal when a letter is written. */
export interface LetterContext {
  /** Number of the case. */
  readonly reference: string;
  readonly on: CivilDate;
  /** Title of the project. */
  readonly project: string;
  readonly service: ServiceContact;
  /** The person the letter goes to, and their body. */
  readonly addressee: { readonly name: string; readonly body?: string; readonly siret?: string };
  /** First name and name of a person, by id. */
  readonly nameOf: (personId: string) => string;
}

/** A kind of letter: the facts that it needs from the journal, and its wording. */
export interface LetterKind {
  /** Ids of people whose names it tells. */
  readonly people: (data: unknown) => readonly string[];
  /** Throws ZodError when the data of the entry are not what the letter needs. */
  readonly write: (data: unknown, context: LetterContext) => Letter;
}

/** Everything of a letter but what all letters share. */
export type Wording = Pick<Letter, 'title' | 'blocks'> & Partial<Pick<Letter, 'signatures' | 'notices' | 'addressee'>>;

export function defineLetter<S extends z.ZodType>(
  schema: S,
  wording: (data: z.output<S>, context: LetterContext) => Wording,
  people: (data: z.output<S>) => readonly string[] = () => [],
): LetterKind {
  return {
    people: (data) => people(schema.parse(data)),
    write: (data, context) => ({
      reference: context.reference,
      on: context.on,
      service: context.service,
      addressee: [context.addressee.name, ...(context.addressee.body ? [context.addressee.body] : [])],
      signatures: [],
      notices: [],
      ...wording(schema.parse(data), context),
    }),
  };
}
