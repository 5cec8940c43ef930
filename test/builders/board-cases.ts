import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { deadline } from '#workflows/calendar/deadline.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { days } from '#workflows/calendar/term.js';
import type { EntryBody } from '#workflows/kit/journal.js';
import type { BuiltJournal } from './journals.js';

interface CaseParts {
  readonly ref: string;
  readonly owner: string;
  readonly title?: string;
  readonly stage: string;
  readonly openedOn?: CivilDate;
  readonly happened?: readonly EntryBody[];
}

/** The journal of a case written by hand, each entry an hour after the one before: what a test says, whatever a story would make of it. */
function journal(opened: EntryBody, { ref, stage, openedOn = '2026-01-05', happened = [] }: CaseParts): BuiltJournal {
  const start = instantAt(openedOn, '10:00');
  const bodies = [opened, { type: 'entered', stage } as const, ...happened];
  return { ref, entries: bodies.map((body, index) => ({ seq: index + 1, at: start + index * 3_600_000, ...body })) };
}

const opening = (
  procedure: string,
  { ref, owner, title = ref }: CaseParts,
  rest: { summary?: object; input: unknown; parent?: string },
) => {
  const { summary, ...opened } = rest;
  return {
    type: 'opened',
    ref,
    procedure,
    revision: 'r1',
    by: owner,
    zone: 'metropole',
    summary: { title, owner, ...summary },
    ...opened,
  } as EntryBody;
};

/** A cohort of a journey. */
export const cohortJournal = (parts: CaseParts & { readonly journey?: string }): BuiltJournal =>
  journal(
    opening('cohort', parts, {
      input: { title: parts.title, quotaYear: 2026, journey: { id: parts.journey ?? 'reconversion-3m', revision: 'r1' } },
    }),
    parts,
  );

/** The journey of a cohort's member. */
export const memberJournal = (parts: CaseParts & { readonly cohort: string; readonly procedure?: string }): BuiltJournal =>
  journal(opening(parts.procedure ?? 'reconversion-3m', parts, { input: {}, parent: parts.cohort }), parts);

/** A director's year in a wave of an edition. */
export const yearJournal = (parts: CaseParts & { readonly editionId: string; readonly wave: number }): BuiltJournal =>
  journal(opening('directors-year', parts, { summary: { callId: parts.editionId }, input: { wave: parts.wave } }), parts);

const dueOn = (lastDay: CivilDate) => deadline(lastDay, days(0), { zone: 'metropole' });

/** Somebody is to do something until a day. */
export const askedUntil = (task: string, role: 'coach' | 'participant' | 'programManager' | 'director', lastDay: CivilDate): EntryBody => ({
  type: 'asked',
  id: `${task}-1`,
  task,
  to: { role },
  due: dueOn(lastDay),
  onLapse: 'escalate',
});

export const pausedOn = (on: CivilDate, by: string): EntryBody => ({ type: 'paused', by, on, cause: 'service', reason: 'Réorganisation' });
export const closedAs = (kind: string): EntryBody => ({ type: 'closed', outcome: { kind } });
