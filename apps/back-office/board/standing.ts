import { catalogue } from '#workflows/catalogue.js';

/** How a case stands, for who steers: of these it is in one and only one. */
export const places = ['running', 'paused', 'gone', 'ended'] as const;
export type Place = (typeof places)[number];

/** What may be said of a running case beside that. */
export const worries = ['late', 'stuck'] as const;
export type Worry = (typeof worries)[number];

export const standings = [...places, ...worries] as const;
export type Standing = Place | Worry;

interface Words {
  readonly label: string;
  /** How it is counted, for people. */
  readonly definition: string;
}

/** The page, the API and the table for spreadsheets use the same words. */
export const standingWords: Readonly<Record<Standing, Words>> = {
  running: { label: 'En cours', definition: 'Le dossier suit sa procédure.' },
  paused: { label: 'Suspendus', definition: 'Une suspension court\u00a0: les délais sont arrêtés.' },
  gone: { label: 'Partis', definition: 'Retrait, départ en cours de route, arrêt ou renonciation.' },
  ended: { label: 'Terminés', definition: 'Le dossier est clos, quelle que soit son issue, sans départ.' },
  late: { label: 'En retard', definition: 'Quelque chose est attendu de quelqu’un, et son dernier jour est passé.' },
  stuck: {
    label: 'Bloqués',
    definition: `Un participant n’a pas donné signe depuis dix jours ouvrés, ou un retard dure depuis dix jours ouvrés.`,
  },
};

/** Outcomes by which somebody goes before the end; a withdrawal is one in every procedure. */
const departures: Readonly<Record<string, readonly string[]>> = {
  'reconversion-3m': ['droppedOut'],
  'reconversion-6m': ['droppedOut', 'stopped'],
  'directors-year': ['ended'],
  ftap: ['renounced'],
};
export const withdrawn = 'withdrawn';

/** `procedure/outcome` of every departure. */
export const goneOutcomes: readonly string[] = catalogue.flatMap(({ id }) =>
  [withdrawn, ...(departures[id] ?? [])].map((outcome) => `${id}/${outcome}`),
);

/** `procedure/stage` of who has left and only closes a file. */
export const goneStages: readonly string[] = ['reconversion-3m/leaving', 'reconversion-6m/leaving'];

/** Working days without a sign, or after a last day, before a case is stuck [D]. */
export const stuckAfterWorkingDays = 10;
