import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { frenchAmount } from '../french-amount.js';
import { message } from './case-message.js';
import type { MailTemplate } from './mail-template.js';

const nothing = z.unknown();
const withAmount = z.object({ amountCents: z.number() });
const withReasons = z.object({ reasons: z.string() });
const until = z.object({ until: z.iso.date() });
const incomplete = z.object({ missing: z.string() });

/** One message, worded for the beneficiary and for the service. */
const both =
  (forApplicant: MailTemplate, forService: MailTemplate): MailTemplate =>
  (data, context, to) =>
    (to.role === 'applicant' ? forApplicant : forService)(data, context, to);

const convention: Readonly<Record<string, MailTemplate>> = {
  'modification-refused': message(withReasons, 'Votre demande de modification n’est pas retenue', (project, { reasons }) => [
    `La modification que vous demandiez à la convention du projet ${project} n’est pas retenue. La convention reste à signer dans sa version actuelle.`,
    `Motifs : ${reasons}`,
  ]),
  'more-time-to-sign': message(z.object({ workingDays: z.number() }), 'Vous avez plus de temps pour signer', (project, { workingDays }) => [
    `L’ordonnateur vous laisse ${workingDays} jours ouvrés de plus pour signer la convention du projet ${project}.`,
  ]),
  'convention-in-force': message(
    z.object({ startsOn: z.iso.date(), endsOn: z.iso.date() }),
    'La convention est signée',
    (project, { startsOn, endsOn }) => [
      `La convention du projet ${project} est signée par les deux parties. Le projet va du ${frenchDate(startsOn)} au ${frenchDate(endsOn)}.`,
      'Le service engage maintenant les crédits, puis vous invite à demander le premier versement.',
    ],
  ),
  'commitment-next-year': message(z.object({ reopenOn: z.iso.date() }), 'Engagement reporté au 1er janvier', (project, { reopenOn }) => [
    `Les crédits de l’année sont clos : ceux du projet ${project} seront engagés à partir du ${frenchDate(reopenOn)}. Vous n’avez rien à faire.`,
  ]),
  renounced: both(
    message(withAmount, 'Votre renonciation est enregistrée', (project, { amountCents }) => [
      `Votre renonciation à la subvention de ${frenchAmount(amountCents)} accordée au projet ${project} est enregistrée. Vous n’avez plus rien à faire.`,
    ]),
    message(withAmount, 'Le bénéficiaire renonce à sa subvention', (project, { amountCents }) => [
      `Le bénéficiaire renonce à la subvention accordée au projet ${project}. ${frenchAmount(amountCents)} retournent à l’enveloppe de l’appel.`,
    ]),
  ),
  lapsed: both(
    message(withAmount, 'L’attribution de votre subvention est caduque', (project, { amountCents }) => [
      `La convention du projet ${project} n’a pas été signée dans le délai de la mise en demeure : l’attribution de ${frenchAmount(amountCents)} est caduque.`,
      'La décision, ses motifs et les moyens de la contester sont disponibles sur la page du dossier.',
    ]),
    message(withAmount, 'Attribution caduque', (project, { amountCents }) => [
      `La convention du projet ${project} n’a pas été signée : l’attribution est caduque. ${frenchAmount(amountCents)} retournent à l’enveloppe de l’appel.`,
    ]),
  ),
};

const payments: Readonly<Record<string, MailTemplate>> = {
  'payment-next-year': message(z.object({ reopenOn: z.iso.date() }), 'Versement reporté au 1er janvier', (project, { reopenOn }) => [
    `Les paiements de l’année sont clos : le versement demandé pour le projet ${project} sera ordonné à partir du ${frenchDate(reopenOn)}. Vous n’avez rien à faire.`,
  ]),
  'instalment-held': message(withReasons, 'Votre demande de versement est à compléter', (project, { reasons }) => [
    `Le versement demandé pour votre projet ${project} ne peut pas encore être effectué.`,
    `Motifs : ${reasons}`,
  ]),
  'instalment-paid': message(withAmount.extend({ label: z.string() }), 'Un versement a été effectué', (project, { label, amountCents }) => [
    `Un versement de ${frenchAmount(amountCents)} (${label}) a été effectué pour votre projet ${project}.`,
  ]),
  'credits-held': both(
    message(until, 'Vos versements sont retenus', (project, data) => [
      `Le rapport du projet ${project} arrêté au ${frenchDate(data.until)} n’est pas remis : les versements sont retenus jusqu’à ce qu’il soit accepté.`,
      'Remettez-le dès que possible. Si une difficulté vous en empêche, écrivez au service.',
    ]),
    message(until, 'Versements retenus', (project, data) => [
      `Le rapport du projet ${project} arrêté au ${frenchDate(data.until)} n’est pas remis : les versements sont retenus.`,
    ]),
  ),
  'credits-released': message(until, 'Vos versements reprennent', (project, data) => [
    `Le rapport du projet ${project} arrêté au ${frenchDate(data.until)} est accepté : les versements ne sont plus retenus.`,
  ]),
  'recovery-ordered': message(
    withAmount.extend({ number: z.string(), by: z.enum(['order', 'credits']) }),
    'Un ordre de reversement a été émis',
    (project, { amountCents, number, by }) => [
      by === 'credits'
        ? `Les crédits du projet ${project} sont rétablis à hauteur de ${frenchAmount(amountCents)} (n° ${number}).`
        : `Un titre de perception de ${frenchAmount(amountCents)} (n° ${number}) a été émis au sujet du projet ${project}. Le comptable vous dira comment payer.`,
    ],
  ),
};

const project: Readonly<Record<string, MailTemplate>> = {
  'report-incomplete': message(until.extend({ missing: z.string() }), 'Votre rapport est à compléter', (title, { until: day, missing }) => [
    `Le rapport du projet ${title} arrêté au ${frenchDate(day)} ne peut pas encore être accepté.`,
    `Le service attend : ${missing}`,
  ]),
  'report-alert': message(until.extend({ concern: z.string() }), 'Alerte sur un projet', (title, { until: day, concern }) => [
    `L’examen du rapport du projet ${title} arrêté au ${frenchDate(day)} donne lieu à une alerte.`,
    concern,
  ]),
  'amendment-refused': message(withReasons, 'Votre demande d’avenant n’est pas retenue', (title, { reasons }) => [
    `L’avenant que vous demandiez pour le projet ${title} n’est pas retenu. La convention reste inchangée.`,
    `Motifs : ${reasons}`,
  ]),
  'amendment-lapsed': message(nothing, 'L’avenant n’a pas été signé', (title) => [
    `L’avenant accepté pour le projet ${title} n’a pas été signé dans le délai : la convention reste inchangée. Vous pouvez faire une nouvelle demande.`,
  ]),
  'amendment-in-force': message(
    withAmount.extend({ endsOn: z.iso.date() }),
    'L’avenant est en vigueur',
    (title, { endsOn, amountCents }) => [
      `L’avenant du projet ${title} est en vigueur. Le projet s’achève le ${frenchDate(endsOn)} ; la subvention est de ${frenchAmount(amountCents)} au plus.`,
    ],
  ),
  'breach-dropped': message(nothing, 'Aucun reversement n’est demandé', (title) => [
    `Au vu de vos observations, aucun reversement n’est demandé au sujet du projet ${title}. Les versements reprennent.`,
  ]),
  'clawback-decided': message(nothing, 'Une décision de reversement a été prise', (title) => [
    `Une décision de reversement a été prise au sujet du projet ${title}.`,
    'La décision, ses motifs et les moyens de la contester sont disponibles sur la page du dossier.',
  ]),
  'account-incomplete': message(incomplete, 'Votre bilan final est à compléter', (title, { missing }) => [
    `Le bilan final du projet ${title} ne peut pas encore être accepté.`,
    `Le service attend : ${missing}`,
  ]),
  'account-closed': message(
    z.object({ dueCents: z.number(), balanceCents: z.number(), reversalCents: z.number() }),
    'Votre bilan final est accepté',
    (title, { dueCents, balanceCents, reversalCents }) => [
      `Le bilan final du projet ${title} est accepté : la subvention due est de ${frenchAmount(dueCents)}.`,
      ...(balanceCents > 0 ? [`Un solde de ${frenchAmount(balanceCents)} va vous être versé.`] : []),
      ...(reversalCents > 0
        ? [`${frenchAmount(reversalCents)} versés en trop sont à reverser ; un ordre de reversement vous sera adressé.`]
        : []),
      'Le décompte final, disponible sur la page du dossier, refait le calcul ligne par ligne.',
    ],
  ),
  'effects-incomplete': message(incomplete, 'La mesure des effets est à compléter', (title, { missing }) => [
    `La mesure des effets du projet ${title} ne peut pas encore être acceptée.`,
    `Le service attend : ${missing}`,
  ]),
  'effects-not-measured': both(
    message(z.object({ months: z.number() }), 'Les effets n’ont pas été mesurés', (title, { months }) => [
      `Les effets du projet ${title} n’ont pas été mesurés ${months} mois après sa fin. La mesure suivante vous sera demandée à son échéance.`,
    ]),
    message(z.object({ months: z.number() }), 'Effets non mesurés', (title, { months }) => [
      `Les effets du projet ${title} n’ont pas été mesurés ${months} mois après sa fin, malgré les relances.`,
    ]),
  ),
  completed: message(nothing, 'Votre dossier est achevé', (title) => [
    `Le projet ${title} est achevé, ses comptes sont clos et ses effets mesurés. Vous n’avez plus rien à faire.`,
  ]),
};

/** What a grant's people are told once it is awarded, by the templates of its stories. */
export const moneyMails: Readonly<Record<string, MailTemplate>> = { ...convention, ...payments, ...project };
