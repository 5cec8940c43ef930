import type { Application } from '#workflows/ftap/application.js';
import type { Entry, EntryBody } from '#workflows/kit/journal.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import type { BuiltJournal } from './journals.js';
import { ftapInput } from './ftap.js';

type Effect = Partial<Application['effects']['promised'][number]>;

interface GrantParts {
  readonly ref: string;
  readonly callId: string;
  readonly owner: string;
  readonly title?: string;
  readonly requestedCents?: number;
  readonly body?: Partial<Application['body']>;
  readonly effects?: readonly Effect[];
  /** When the case is filed; what follows happens an hour later each time, unless it says when. */
  readonly filedOn?: string;
  readonly happened: readonly (EntryBody & { readonly on?: string })[];
}

/** The journal of a grant written by hand: what a test says happened, whatever a story would make of it. */
export function grantJournal(parts: GrantParts): BuiltJournal {
  const { ref, callId, owner, title = ref, requestedCents = 100_000_00, effects = [{}], filedOn = '2026-01-05', happened } = parts;
  const plain = ftapInput();
  const { project, body, budget, effects: promised } = plain.application;
  const input = {
    ...plain,
    callId,
    owner,
    application: {
      ...plain.application,
      project: { ...project, title },
      body: { ...body, ...parts.body },
      budget: { ...budget, amountCents: requestedCents },
      effects: { promised: effects.map((effect) => ({ ...promised.promised[0], ...effect })) },
    },
  };
  const { name, siret } = input.application.body;
  const summary = { title, owner, bodyName: name, siret, callId, amountCents: requestedCents };
  const opened: EntryBody = { type: 'opened', ref, procedure: 'ftap', revision: 'r1', by: owner, zone: 'metropole', summary, input };
  const start = instantAt(filedOn, '10:00');
  const bodies = [opened, { type: 'entered', stage: 'filed' } as const, ...happened];
  const entries = bodies.map(({ on, ...body }: EntryBody & { on?: string }, index) => ({
    seq: index + 1,
    at: on === undefined ? start + index * 3_600_000 : instantAt(on, '11:00'),
    ...body,
  }));
  return { ref, entries: entries as Entry[] };
}

/** A fact for the figures; amounts in cents. */
export const measured = (indicator: string, value: number, { on, evidence }: { on?: string; evidence?: readonly string[] } = {}) => ({
  type: 'measured' as const,
  indicator,
  value,
  unit: indicator.startsWith('effect/') ? 'agents' : 'centimes',
  ...(evidence && { evidence }),
  ...(on !== undefined && { on }),
});

export const closedAs = (kind: string) => ({ type: 'closed' as const, outcome: { kind } });
