import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { message } from './case-message.js';
import type { MailTemplate } from './mail-template.js';

const nothing = z.unknown();
const day = z.iso.date();
const milestone = z.object({ label: z.string(), feedback: z.string() });
const track = z.object({ label: z.string(), reasons: z.string() });

const switchedForParticipant = message(track, 'Votre changement de voie est accepté', (journey, { label, reasons }) => [
  `Dans le parcours ${journey}, vous suivez maintenant : ${label}.`,
  `Réponse : ${reasons}`,
]);
const switchedForCoach = message(track, 'Changement de voie', (journey, { label }) => [
  `Un participant du parcours ${journey} que vous accompagnez suit maintenant : ${label}.`,
]);

/** What is said from day one to the follow-up. The employer never learns more than dates and results. */
export const journeyMails: Readonly<Record<string, MailTemplate>> = {
  'calendar-changed': message(
    z.object({ startsOn: day, juryOn: day, why: z.string().optional() }),
    'Le calendrier de votre parcours change',
    (journey, { startsOn, juryOn, why }) => [
      `Les dates du parcours ${journey} ont changé. Début : ${frenchDate(startsOn)}. Jury : ${frenchDate(juryOn)}.`,
      ...(why === undefined ? [] : [`Raison : ${why}`]),
    ],
  ),
  'coach-changed': message(nothing, 'Un autre coach vous accompagne', (journey) => [
    `Un autre coach vous accompagne désormais dans le parcours ${journey}. Son prédécesseur termine ce qu’il a commencé et lui transmet un point d’étape, que vous pouvez lire ; ses notes privées ne sont pas transmises.`,
  ]),
  'coach-assigned': message(nothing, 'Vous accompagnez un nouveau participant', (journey) => [
    `Un participant du parcours ${journey} vous est confié. Sa page dit où il en est et ce qui est attendu de vous.`,
  ]),
  'milestone-validated': message(milestone, 'Un jalon est validé', (journey, { label, feedback }) => [
    `Le jalon « ${label} » du parcours ${journey} est validé.`,
    `Appréciation : ${feedback}`,
  ]),
  'milestone-again': message(milestone, 'Un jalon est à reprendre', (journey, { label, feedback }) => [
    `Le jalon « ${label} » du parcours ${journey} est à reprendre. Votre coach peut vous aider.`,
    `À reprendre : ${feedback}`,
  ]),
  'milestone-missed': message(milestone, 'Un jalon n’est pas atteint', (journey, { label, feedback }) => [
    `Le jalon « ${label} » du parcours ${journey} n’est pas atteint. Le parcours continue ; parlez-en avec votre coach.`,
    `Constat : ${feedback}`,
  ]),
  'track-switched': (data, context, to) => (to.role === 'participant' ? switchedForParticipant : switchedForCoach)(data, context, to),
  'track-kept': message(track, 'Une réponse à votre demande de changement de voie', (journey, { label, reasons }) => [
    `Vous avez demandé à passer à « ${label} » dans le parcours ${journey}. Vous restez dans votre voie.`,
    `Motifs : ${reasons}`,
  ]),
  nudge: message(nothing, 'Comment va votre parcours ?', (journey) => [
    `Nous n’avons pas eu de vos nouvelles depuis dix jours ouvrés dans le parcours ${journey}. Quelques lignes dans votre journal de bord suffisent.`,
    'Si quelque chose vous retient, votre coach est là. Vous n’avez pas à donner de raison personnelle.',
  ]),
  'mid-term-continued': message(nothing, 'Votre parcours se poursuit', (journey) => [
    `Après la revue de mi-parcours, le parcours ${journey} se poursuit comme prévu.`,
  ]),
  'mid-term-adapted': message(z.object({ what: z.string() }), 'Votre parcours est adapté', (journey, { what }) => [
    `Après la revue de mi-parcours, le parcours ${journey} est adapté.`,
    `Aménagements : ${what}`,
  ]),
  'journey-stopped': message(z.object({ endsOn: day, reasons: z.string() }), 'Votre parcours prend fin', (journey, { endsOn, reasons }) => [
    `Après la revue de mi-parcours et vos observations, le parcours ${journey} prend fin le ${frenchDate(endsOn)}.`,
    `Motifs : ${reasons}`,
    'Les jalons validés vous restent acquis pendant 24 mois.',
  ]),
  'journey-left': message(z.object({ endsOn: day }), 'La fin de votre parcours est enregistrée', (journey, { endsOn }) => [
    `Votre parcours ${journey} prend fin le ${frenchDate(endsOn)}. Votre coach vous propose un échange dans les dix jours ouvrés.`,
    'Les jalons validés vous restent acquis pendant 24 mois. Votre employeur n’est informé que de la date de fin.',
  ]),
  'journey-ends': message(z.object({ endsOn: day }), 'Fin d’un parcours', (journey, { endsOn }) => [
    `Le parcours ${journey} de votre agent prend fin le ${frenchDate(endsOn)}.`,
  ]),
  'jury-passed': message(nothing, 'Votre parcours est validé', (journey) => [
    `Le parcours ${journey} est validé. Félicitations ! Votre attestation est disponible sur la page du dossier.`,
    'L’administration d’accueil enregistre maintenant votre affectation.',
  ]),
  'jury-failed': message(nothing, 'Le résultat du jury est disponible', (journey) => [
    `Le jury a rendu son résultat sur votre parcours ${journey} : il n’est pas validé.`,
    'Le résultat et les moyens de le contester sont disponibles sur la page du dossier. Votre coach et le programme restent à votre écoute.',
  ]),
  'jury-resit': message(
    z.object({ resitBy: day, why: z.string() }),
    'Le jury vous entendra une seconde fois',
    (journey, { resitBy, why }) => [
      `Le jury du parcours ${journey} souhaite vous entendre de nouveau, au plus tard le ${frenchDate(resitBy)}.`,
      `Appréciation : ${why}`,
    ],
  ),
  'journey-completed': message(nothing, 'Un parcours est validé', (journey) => [
    `Votre agent a validé le parcours ${journey}. L’administration d’accueil enregistre son affectation.`,
  ]),
  'journey-closed': message(nothing, 'Merci pour vos nouvelles', (journey) => [
    `Le suivi de votre parcours ${journey} est terminé. Merci ; bonne route dans votre métier.`,
  ]),
};
