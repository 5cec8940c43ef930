import { frenchDate } from '#workflows/calendar/french.js';
import { euros } from '../french/amounts.js';

type Line = readonly [label: string, value: string];

const text = (label: string) => (value: unknown) => (typeof value === 'string' && value !== '' ? ([label, value] as Line) : undefined);
const amount = (label: string) => (value: unknown) => (typeof value === 'number' ? ([label, euros(value)] as Line) : undefined);
const day = (label: string) => (value: unknown) => (typeof value === 'string' ? ([label, frenchDate(value)] as Line) : undefined);

/** What tasks are asked with once a grant is awarded, said for people: key of the context → line. */
export const moneyContext: Readonly<Record<string, (value: unknown) => Line | undefined>> = {
  refused: text('Réponse à votre demande de modification'),
  what: text('Modification demandée'),
  why: text('Motif'),
  askedOn: day('Convention envoyée le'),
  warnedOn: day('Mise en demeure envoyée le'),
  lastDay: day('Dernier jour de la mise en demeure'),
  reasons: text('Motifs'),
  answer: text('Réponse de l’ordonnateur au contrôle budgétaire'),
  ejNumber: text('Numéro d’engagement juridique'),
  label: text('Versement'),
  held: text('Ce que le service attend'),
  until: day('Rapport arrêté au'),
  endsOn: day('Fin actuelle du projet'),
  newEndsOn: day('Fin demandée'),
  budgetShift: text('Virement entre dépenses'),
  newAmountCents: amount('Montant demandé'),
  committee: text('Avis du comité'),
  paidCents: amount('Déjà versé'),
  incomeCents: amount('Autres recettes déclarées'),
  months: (value) => (typeof value === 'number' ? ['Échéance', `${value} mois après la fin du projet`] : undefined),
};
