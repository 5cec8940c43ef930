import { frenchDate } from '#workflows/calendar/french.js';
import { isRecord, rowsOf } from '../forms/value.js';

type Line = readonly [label: string, value: string];

const text = (label: string, value: unknown): Line | undefined => (typeof value === 'string' && value !== '' ? [label, value] : undefined);
const day = (label: string, value: unknown): Line | undefined => (typeof value === 'string' ? [label, frenchDate(value)] : undefined);
const list = (label: string, values: readonly string[]): Line | undefined =>
  values.length === 0 ? undefined : [label, values.join('\u202f; ')];
const labels = (value: unknown): string[] => rowsOf(value).map((one) => (isRecord(one) ? String(one.label) : String(one)));

const sides: Readonly<Record<string, string>> = {
  participant: 'l’agent',
  employer: 'l’administration d’origine',
  host: 'l’administration d’accueil',
  coach: 'coach',
};
const contested: Readonly<Record<string, string>> = { selection: 'La décision sur la candidature', jury: 'Le résultat du jury' };

/** What a journey asks with, said for people: key of the context → line. */
export const journeyContext: Readonly<Record<string, (value: unknown) => Line | undefined>> = {
  journey: (value) => text('Parcours demandé', value),
  months: (value) => (typeof value === 'number' && value > 0 ? ['Durée', `${String(value)} mois`] : undefined),
  startsOn: (value) => day('Premier jour', value),
  party: (value) => text('Vous signez pour', sides[String(value)]),
  side: (value) => text('Vous répondez pour', sides[String(value)]),
  track: (value) => text('Voie', value),
  missing: (value) => list('Prérequis que le candidat ne dit pas acquis', labels(value)),
  positioning: (value) => (isRecord(value) ? text('Point sur les acquis', positioningText(value)) : undefined),
  label: (value) => text('Jalon', value),
  deliverable: (value) => text('Livrable attendu', value),
  attempt: (value) => (value === 2 ? ['Remise', 'Seconde et dernière'] : undefined),
  asked: (value) => text('À reprendre', value),
  handedIn: (value) => (value === false ? ['Remise', 'Rien n’a été remis à ce jour.'] : undefined),
  statement: (value) => text('Ce que dit le participant', value),
  silentSince: (value) => day('Sans nouvelles depuis le', value),
  juryOn: (value) => day('Jury', value),
  endsOn: (value) => day('Dernier jour du parcours', value),
  why: (value) => text('Raisons données', value),
  reports: (value) => list('Rapports', rowsOf(value).map(String)),
  reasons: (value) => text('Motifs', value),
  observations: (value) => text('Observations du participant', value),
  against: (value) => text('Décision contestée', contested[String(value)]),
  grounds: (value) => text('Motifs de la contestation', value),
  intervention: (value) => (isRecord(value) ? text('Motif de la demande', value.reason) : undefined),
};

/** Tells a switch of track, whose `track` is a key, by the label that goes with it. */
export const trackSwitchContext: typeof journeyContext = {
  label: (value) => text('Voie demandée', value),
  why: (value) => text('Raisons données', value),
};

const positioningText = ({ strengths, needs }: Readonly<Record<string, unknown>>): string =>
  `Sait déjà faire\u00a0: ${String(strengths)}\nDevra apprendre\u00a0: ${String(needs)}`;
