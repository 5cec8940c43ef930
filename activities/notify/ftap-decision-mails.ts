import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { frenchAmount } from '../french-amount.js';
import { message } from './case-message.js';
import type { MailTemplate } from './mail-template.js';

const nothing = z.unknown();

const deemedForApplicant = message(nothing, 'Votre demande est réputée recevable', (project) => [
  `Le délai de deux mois pour se prononcer sur la recevabilité de votre demande ${project} est passé : elle est réputée recevable. Son instruction commence.`,
]);
const deemedForService = message(nothing, 'Demande réputée recevable', (project) => [
  `Le délai de deux mois pour se prononcer sur la recevabilité de la demande ${project} est passé : elle est réputée recevable. La vérification n’est plus à faire ; l’instruction commence.`,
]);

/** What a grant's people are told of completeness, decisions, appeals and the withdrawal of an award. */
export const decisionMails: Readonly<Record<string, MailTemplate>> = {
  complete: message(nothing, 'Votre demande est complète', (project) => [
    `Votre demande ${project} est complète et recevable. Son instruction commence ; vous n’avez rien à faire.`,
    'La lettre disponible sur la page du dossier rappelle, s’il y a lieu, les pièces que vous pouvez encore fournir.',
  ]),
  'deemed-admissible': (data, context, to) => (to.role === 'applicant' ? deemedForApplicant : deemedForService)(data, context, to),
  'decision-term-extended': message(
    z.object({ lastDay: z.iso.date(), reason: z.string() }),
    'Le délai de décision est prorogé',
    (project, { lastDay, reason }) => [
      `Le délai de décision sur votre demande ${project} est prorogé jusqu’au ${frenchDate(lastDay)}.`,
      `Motifs : ${reason}`,
    ],
  ),
  'decision-postponed': message(nothing, 'Votre demande est de nouveau examinée', (project) => [
    `L’autorité qui attribue les subventions a demandé un nouvel examen de votre demande ${project} avant de décider. Vous n’avez rien à faire.`,
  ]),
  'sent-back': message(z.object({ reasons: z.string() }), 'Un dossier vous est renvoyé avant décision', (project, { reasons }) => [
    `L’ordonnateur a ajourné sa décision sur la demande ${project} et vous la renvoie.`,
    `Motifs : ${reasons}`,
  ]),
  'appeal-received': message(nothing, 'Votre contestation est enregistrée', (project) => [
    `Votre contestation au sujet du projet ${project} est enregistrée. Une personne qui n’a pas instruit votre demande l’examine.`,
    'L’accusé de réception, disponible sur la page du dossier, dit dans quel délai une réponse est due.',
  ]),
  'appeal-upheld': message(nothing, 'Votre contestation est accueillie', (project) => [
    `La décision que vous contestiez au sujet du projet ${project} est annulée. Une nouvelle décision sera prise ; vous n’avez rien à faire.`,
    'La réponse est disponible sur la page du dossier.',
  ]),
  'appeal-dismissed': message(nothing, 'Une réponse à votre contestation', (project) => [
    `La décision que vous contestiez au sujet du projet ${project} est confirmée.`,
    'La réponse, ses motifs et les moyens de la contester encore sont disponibles sur la page du dossier.',
  ]),
  'appeal-rejected-by-silence': message(
    z.object({ bornOn: z.iso.date(), courtUntil: z.iso.date() }),
    'Votre recours est rejeté par le silence du service',
    (project, { bornOn, courtUntil }, { service }) => [
      `Le service n’a pas répondu dans le délai légal à votre recours au sujet du projet ${project} : il est rejeté depuis le ${frenchDate(bornOn)}.`,
      `Vous pouvez saisir le ${service.court} jusqu’au ${frenchDate(courtUntil)}.`,
    ],
  ),
  'appeal-unanswered': message(z.object({ bornOn: z.iso.date() }), 'Recours rejeté par le silence du service', (project, { bornOn }) => [
    `Le recours au sujet du projet ${project} n’a pas reçu de réponse : il est implicitement rejeté depuis le ${frenchDate(bornOn)}.`,
  ]),
  'reasons-given': message(nothing, 'Les motifs du rejet implicite vous sont communiqués', (project) => [
    `Les motifs du rejet implicite de votre demande ${project} sont disponibles sur la page du dossier.`,
    'Vous disposez de nouveau de deux mois francs pour contester ce rejet.',
  ]),
  'withdrawal-intended': message(z.object({ answerBy: z.iso.date() }), 'Vos observations sont attendues', (project, { answerBy }) => [
    `Le service envisage de retirer la subvention attribuée à votre projet ${project}. La lettre disponible sur la page du dossier dit pourquoi.`,
    `Vous pouvez présenter vos observations jusqu’au ${frenchDate(answerBy)}.`,
  ]),
  'award-maintained': message(nothing, 'Votre subvention est maintenue', (project) => [
    `La procédure de retrait est terminée : la subvention attribuée à votre projet ${project} est maintenue.`,
  ]),
  'award-withdrawn': message(z.object({ paidCents: z.number() }), 'Votre subvention est retirée', (project, { paidCents }) => [
    `La décision attribuant une subvention à votre projet ${project} est retirée.`,
    ...(paidCents > 0
      ? [`La somme de ${frenchAmount(paidCents)} déjà versée est à reverser ; un ordre de reversement vous sera adressé.`]
      : []),
    'La décision, ses motifs et les moyens de la contester sont disponibles sur la page du dossier.',
  ]),
};
