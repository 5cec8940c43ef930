import { z } from 'zod';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import type { Outcome } from '#workflows/kit/journal.js';

/** A small seeded generator (mulberry32): the same seed and the same item give the same answer, whatever ran before. */
export function randomOf(seed: string): () => number {
  let state = 0;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 2654435761);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Plays everybody's part at random: any answer that the form takes, at any hour, and no answer at all where that lapses.
 * A pure function of the seed and the item's id, so that a rehearsal can be run again from any of its entries.
 */
export function randomPlayer(
  seed: number,
  { lapseRate = 0.15, children = 'granted' }: { lapseRate?: number; children?: string } = {},
): Player {
  return (item) => {
    const random = randomOf(`${seed}/${item.id}`);
    if (item.kind === 'child') return { afterHours: 1 + random() * 100, answer: { kind: children } satisfies Outcome, by: 'child' };
    // What nobody waits for is rarely brought: otherwise no random grant would be without an appeal.
    if (item.mayLapse && random() < (item.optional ? 0.8 : lapseRate)) return 'never';
    return { afterHours: 0.01 + random() * 24 * 20, answer: answerTo(item, random), by: somebody(item) } satisfies Play;
  };
}

/** Whole hours and 17 minutes: two clocks differ by milliseconds, so no act may fall on a midnight or on a reminder. */
export const onWholeHours =
  (player: Player): Player =>
  (item) => {
    const play = player(item);
    if (play === 'never') return play;
    const hours = (play.afterDays ?? 0) * 24 + (play.afterHours ?? 0);
    return { ...play, afterDays: 0, afterHours: Math.ceil(hours) + 17 / 60 };
  };

function somebody({ to, nth, except }: OpenItem): string {
  if (to?.person !== undefined) return to.person;
  const candidates = [nth, nth + 1, nth + 2, nth + 3, nth + 4].map((n) => `${to?.role ?? 'somebody'}-${n}`);
  return candidates.find((person) => !except.includes(person)) ?? 'somebody';
}

/** Tries until the form accepts: refinements are not in the JSON schema that guides the choice. */
function answerTo({ id, form: formOf }: OpenItem, random: () => number): unknown {
  const form = formOf();
  if (!form) throw new RangeError(`${id} has no form`);
  const schema = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  for (let attempt = 0; attempt < 300; attempt++) {
    const value = valueOf(schema, random);
    if (form.safeParse(value).success) return value;
  }
  const last = valueOf(schema, random);
  throw new RangeError(`No random answer fits the form of ${id}: ${JSON.stringify(last)}: ${form.safeParse(last).error?.message ?? ''}`);
}

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
}

function valueOf(schema: JsonSchema, random: () => number): unknown {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  if ('const' in schema) return schema.const;
  if (schema.enum) return pick(schema.enum);
  if (schema.examples?.length) return pick(schema.examples);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches) return valueOf(pick(branches), random);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) === true || random() < 0.5)
          .map(([key, property]) => [key, valueOf(property, random)]),
      );
    case 'array': {
      const { minItems = 0, items = {} } = schema;
      const length = minItems + Math.floor(random() * (Math.min(schema.maxItems ?? minItems + 2, minItems + 2) - minItems + 1));
      return Array.from({ length }, () => valueOf(items, random));
    }
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = 1_000_000 } = schema;
      return minimum + Math.floor(random() * (Math.min(maximum, Number.MAX_SAFE_INTEGER) - minimum + 1));
    }
    case 'boolean':
      return random() < 0.5;
    default:
      return textOf(schema, random);
  }
}

function textOf({ format, minLength = 1, maxLength = Infinity }: JsonSchema, random: () => number): string {
  const digits = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 10)).join('');
  if (format === 'date')
    return `2026-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  if (format === 'uuid') return `00000000-0000-4000-8000-${digits(12)}`;
  if (format === 'email') return `personne.${digits(4)}@exemple.gouv.invalid`;
  return `Texte d’essai ${digits(6)} `
    .repeat(Math.ceil(minLength / 20) + 1)
    .slice(0, maxLength)
    .trim();
}
