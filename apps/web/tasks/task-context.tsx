import type { ReactNode } from 'react';
import { frenchDate } from '#workflows/calendar/french.js';
import { giveResult } from '#workflows/cohort/tasks/jury.js';
import { decideTrackSwitch } from '#workflows/reconversion/tasks/track.js';
import { committeeResults } from '#workflows/ftap/tasks/committee.js';
import type { Schemas } from '../api/client.js';
import { isRecord, rowsOf } from '../forms/value.js';
import { euros } from '../french/amounts.js';
import { isJourney } from '../cases/is-journey.js';
import { cohortContext, participantLine } from './cohort-context.js';
import { journeyContext, trackSwitchContext } from './journey-context.js';
import { moneyContext } from './money-context.js';
import { reviewContext } from './review-context.js';

type Line = readonly [label: string, value: ReactNode];

const favours: Readonly<Record<string, string>> = { favourable: 'favorable', reserved: 'réservé', unfavourable: 'défavorable' };

/** What the task was asked with, said for people: key of the context → line. What only shapes the form is left out. */
const lines: Readonly<Record<string, (value: unknown) => Line | undefined>> = {
  ...cohortContext,
  ...moneyContext,
  ...reviewContext,
  question: (value) => text('Question posée', value),
  comment: (value) => text('Précisions du service', value),
  condition: (value) => text('Condition du versement', value),
  takenBack: (value) => text('Pourquoi la décision a été reprise', value),
  annulled: (value) => text('Pourquoi la décision précédente est annulée', value),
  grounds: (value) => text('Motifs de la contestation', value),
  conclusions: (value) => text('Conclusions de l’instruction du recours', value),
  unlawful: (value) => text('Illégalité constatée', value),
  observations: (value) => text('Observations du bénéficiaire', value),
  reserves: (value) => text('Réserves du comité', value),
  requestedCents: (value) => amount('Montant demandé', value),
  proposedCents: (value) => amount('Montant proposé par le comité', value),
  amountCents: (value) => amount('Montant', value),
  totals: (value) =>
    list(
      'Notes pondérées, sur 20',
      rowsOf(value).map((total) => Number(total).toLocaleString('fr-FR')),
    ),
  opinions: (value) =>
    list(
      'Avis d’experts',
      rowsOf(value).map((one) => favours[String(one)] ?? String(one)),
    ),
  metOn: (value) => (typeof value === 'string' ? ['Séance', frenchDate(value)] : undefined),
  leftCents: (value) => amount('Reste de l’enveloppe', value),
  correction: (value) => text('Pourquoi les avis sont repris', value),
  recused: (value) => list('Déport d’office, votre organisme étant demandeur', rowsOf(value).map(titleOf)),
  results: (value) => list('Avis', rowsOf(value).map(resultOf)),
  missing: (value) =>
    text('Ce que le service attend', value) ??
    list(
      'Pièces demandées',
      rowsOf(value).map((piece) => (isRecord(piece) ? `${String(piece.label)} (${String(piece.basis)})` : String(piece))),
    ),
  lapsed: (value) => (value === true ? ['Pièces demandées', 'Le délai accordé est passé sans réponse.'] : undefined),
  intervention: (value) => (isRecord(value) ? text('Motif de la demande', value.reason) : undefined),
};

/** The same key says another thing in another procedure. */
const linesOf = ({ procedure, key }: Schemas['TaskView']) =>
  key === decideTrackSwitch.key ? trackSwitchContext : isJourney(procedure) ? journeyContext : lines;

export function TaskContext({ task }: { readonly task: Schemas['TaskView'] }) {
  // In the order of the lines: that of the context's keys is the database's.
  const said = Object.entries(linesOf(task)).flatMap(([key, say]) => {
    const line = task.context && key in task.context ? say(task.context[key]) : undefined;
    return line ? [line] : [];
  });
  const participant = task.key === giveResult.key ? participantLine(task.context?.people, task.names ?? {}) : undefined;
  if (participant) said.unshift(participant);
  if (said.length === 0) return null;
  return (
    <dl className="jalon-answers jalon-context">
      {said.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const titleOf = (one: unknown): string => (isRecord(one) ? `${String(one.title)} (${String(one.ref)})` : '');

/** « Titre (référence) : favorable, 120 000 € ». */
function resultOf(one: unknown): string {
  if (!isRecord(one) || !isRecord(one.opinion)) return '';
  const { result, amountCents, rank, reserves, why } = one.opinion;
  const label = (committeeResults as Readonly<Record<string, string>>)[String(result)] ?? String(result);
  const details = [
    typeof rank === 'number' && `rang ${rank}`,
    typeof amountCents === 'number' && euros(amountCents),
    typeof reserves === 'string' && reserves,
    typeof why === 'string' && why,
  ].filter(Boolean);
  return `${titleOf(one)}\u00a0: ${[label, ...details].join(', ')}`;
}

const text = (label: string, value: unknown): Line | undefined => (typeof value === 'string' && value !== '' ? [label, value] : undefined);
const amount = (label: string, value: unknown): Line | undefined => (typeof value === 'number' ? [label, euros(value)] : undefined);
const list = (label: string, values: readonly string[]): Line | undefined =>
  values.length === 0 ? undefined : [label, values.join('\u202f; ')];
