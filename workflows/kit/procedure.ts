import { z } from 'zod';
import type { CivilDate } from '../calendar/civil-date.js';
import type { Zone } from '../calendar/holidays.js';
import type { AnyTask, CaseFile, ClockType, DocumentType, EventType, LetterDraft, Stage, Story, TaskType } from './case-file.js';
import type { CaseSummary } from './journal.js';
import type { InterventionPolicies } from './interventions.js';

/** A revision of a procedure: its law, its forms and its story. A case keeps the revision it began with. */
export interface Procedure<I = unknown> {
  readonly id: string;
  readonly revision: string;
  readonly label: string;
  /** Cases filed from this day on follow this revision. */
  readonly inForceFrom: CivilDate;
  readonly input: z.ZodType<I>;
  readonly story: Story<I>;
  readonly stages: Readonly<Record<string, Stage>>;
  readonly tasks: readonly AnyTask[];
  readonly events: readonly AnyTask[];
  readonly clocks: readonly ClockType[];
  readonly documents: readonly DocumentType[];
  /** Kinds of outcome with their French label. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** How the beginning of a case is told. Default: « Demande déposée ». */
  readonly opening?: string;
  /** Sentences of `wait`, by key. */
  readonly waits?: Readonly<Record<string, string>>;
  /** What people read for a group that stories address by a key; a group of a name of its own needs none. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly summarise: (input: I) => CaseSummary;
  /** Its owner is one of those who run it, not somebody whom it is about: nothing keeps them from what their other roles do on it. */
  readonly runByOwner?: true;
  /** The calendar follows the office of the service in charge. Default: métropole. */
  readonly zone?: (input: I) => Zone;
  /** Who may do which intervention, when, and who must approve; what is left out follows the kit's defaults. */
  readonly interventions?: Partial<InterventionPolicies>;
  /** Stages in which a running case of another revision may move to this one; left out: all. */
  readonly takesOver?: readonly string[];
  /** What is said or produced when an item's term has been extended. It may not ask or wait. */
  readonly whenExtended?: (
    file: Pick<CaseFile, 'tell' | 'produce' | 'ref' | 'today'>,
    input: I,
    extended: { readonly item: string; readonly lastDay: CivilDate; readonly reason: string },
  ) => void;
  /** What is still said or produced when the case is withdrawn. It may not ask or wait. */
  readonly whenWithdrawn?: (file: Pick<CaseFile, 'tell' | 'produce' | 'ref' | 'today'>, input: I) => void;
}

interface Declaration<A, C> {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly atExpiry?: string;
  readonly discreet?: true;
  readonly form: z.ZodType<A> | ((context: C) => z.ZodType<A>);
  readonly letter?: (context: C, answer: A) => LetterDraft | undefined;
}

/** Declares a task; `form` is a schema, or a function of the context recorded with the task. */
export function defineTask<A, C = undefined>(task: Declaration<A, C>): TaskType<A, C> {
  const { form } = task;
  return { ...task, form: typeof form === 'function' ? remembered(form) : () => form };
}

/** Declares an event from outside; same shape as a task. */
export const defineEvent = <E, C = undefined>(event: Declaration<E, C> & Pick<EventType, 'watchedBy'>): EventType<E, C> =>
  defineTask(event);

/** Building a schema costs more than using it: the last ones are kept, by the context that they were built from. */
function remembered<A, C>(form: (context: C) => z.ZodType<A>): (context: C) => z.ZodType<A> {
  const built = new Map<string, z.ZodType<A>>();
  return (context) => {
    const key = JSON.stringify(context);
    const known = built.get(key);
    if (known) return known;
    if (built.size >= 200) built.clear();
    const schema = form(context);
    built.set(key, schema);
    return schema;
  };
}
