import type { AgendaCase, SessionInput } from '#workflows/ftap-committee/input.js';

/** A case on the agenda, of a body of its own. */
export const anAgendaCase = (number: number, change: Partial<AgendaCase> = {}): AgendaCase => ({
  ref: `FTAP-2026-00000${number}`,
  title: `Projet ${number}`,
  bodyName: `Organisme ${number}`,
  siret: `99900000${number}00010`,
  requestedCents: number * 100_000_00,
  floorCents: 50_000_00,
  totals: [13, 14],
  opinions: ['favourable'],
  frozenSeq: 12,
  frozenHash: 'a'.repeat(64),
  ...change,
});

/** A session with three members and three cases, for which the envelope does not suffice. */
export const aSession = (change: Partial<SessionInput> = {}): SessionInput => ({
  callId: 'call-1',
  callTitle: 'Guichet Campus 2026',
  metOn: '2026-06-18',
  chair: 'committee-1',
  secretary: 'manager-1',
  members: [1, 2, 3].map((number) => ({ person: `committee-${number}`, siret: `99900009${number}00010`, bodyName: `Ministère ${number}` })),
  quorum: 0.5,
  envelopeLeftCents: 450_000_00,
  zone: 'metropole',
  agenda: [1, 2, 3].map((number) => anAgendaCase(number)),
  ...change,
});
