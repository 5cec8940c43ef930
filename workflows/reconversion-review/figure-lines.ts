import { frenchDate } from '../calendar/french.js';
import type { Cell, ReviewFigures } from './figures.js';

export type FigureLine = readonly [label: string, value: string];

const people = (count: Cell): string => (count === null ? 'moins de 10' : String(count));
const euros = (cents: number) => `${String(Math.round(cents / 100)).replaceAll(/\B(?=(\d{3})+$)/g, '\u202f')}\u00a0€`;

export const periodOf = ({ from, to }: Pick<ReviewFigures, 'from' | 'to'>): string =>
  from === to ? `l’année ${from}` : `les années ${from} à ${to}`;

/** What became of the journeys, in words. */
export function journeyLines(figures: ReviewFigures): FigureLine[] {
  const { cohorts, started, completed, endedOtherwise, running, inPost } = figures;
  return [
    ['Période', `${periodOf(figures)}, chiffres arrêtés le ${frenchDate(figures.asOf)}`],
    ['Cohortes', String(cohorts)],
    ['Parcours commencés', people(started)],
    ['Agents reconvertis', people(completed)],
    ['Parcours terminés autrement', people(endedOtherwise)],
    ['Parcours en cours', people(running)],
    ['En poste dans un métier du numérique', people(inPost)],
  ];
}

/** What was aimed at, and what it cost. */
export function costLines({ aim, funded, costs }: ReviewFigures): FigureLine[] {
  return [
    ['Objectif', `${aim.min} à ${aim.max} agents par an (${aim.source}, ${frenchDate(aim.asOf)})`],
    ['Parcours financés par des subventions', `${people(funded.started)}, pour ${funded.perYear} prévus par an`],
    ['Subventions qui les financent', costs.grants === 0 ? 'aucune' : `${costs.grants}, pour ${euros(costs.paidCents)} payés`],
    ...(costs.perJourneyCents === undefined ? [] : [['Payé par parcours financé', euros(costs.perJourneyCents)] as const]),
  ];
}

/** The frozen figures: the page and the file of the decision say the same. */
export const figureLines = (figures: ReviewFigures): FigureLine[] => [...journeyLines(figures), ...costLines(figures)];

/** One line a trade: what the State needs each year, and what the period brought. */
export const tradeLines = ({ trades }: ReviewFigures): FigureLine[] =>
  trades.map(({ label, hiresPerYear, approximate, completed }) => [
    label,
    `${hiresPerYear === 0 ? 'pas en tension' : `${approximate ? 'environ ' : ''}${hiresPerYear} recrutements par an`}\u202f; ${people(completed)} sur la période`,
  ]);

export const needsSource = ({ needs: { source, asOf } }: ReviewFigures): string => `${source}, ${frenchDate(asOf)}`;
