import { instantAt } from '#workflows/calendar/paris-time.js';
import { anApplication } from './ftap.js';
import { all, run } from './ftap-rehearsal.js';

export type Plays = Parameters<typeof run>[0] & object;

/** Silence decides nothing for an operator: the authority has all its window. */
export const operator = anApplication({ body: { ...anApplication().body, kind: 'operator' } });
/** The operator's case, seen on a day. */
export const stop = (day: string) => ({ application: operator, until: instantAt(day, '00:00') });

export const award = { decision: 'award', amountCents: 100_000_00, why: 'Le projet répond aux critères de l’appel.' };
export const refusal = {
  decision: 'refuse',
  inLaw: 'Article 6 du règlement de l’appel : coût maîtrisé.',
  inFact: 'Le coût par agent formé n’est pas établi.',
};
export const decides = (answer: object): Plays => ({ decide: () => ({ afterDays: 3, answer, by: 'authority-1' }) });
export const refuses = (plays: Plays = {}): Plays => ({ ...decides(refusal), ...plays });
export const left = (rehearsal: Awaited<ReturnType<typeof run>>) =>
  all(rehearsal, 'produced').find(({ document }) => document.startsWith('decision-'));
export const grounds = { grounds: 'Le coût par agent est établi par l’annexe 3 de la demande.', documents: [] };
export const appeals = (afterDays = 20): Plays => ({ 'appeal-lodged': () => ({ afterDays, answer: grounds, by: 'applicant-1' }) });
