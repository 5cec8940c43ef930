import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { contestable, type Contestable } from '#workflows/reconversion/tasks/appeal.js';
import { message } from './case-message.js';
import type { MailTemplate } from './mail-template.js';
import { journeyMails } from './reconversion-journey-mails.js';

const nothing = z.unknown();
const withReasons = z.object({ reasons: z.string() });
const day = z.iso.date();
const against = z.enum(Object.keys(contestable) as [Contestable, ...Contestable[]]);

const silentForAgent = message(z.object({ on: day }), 'Votre employeur n’a pas répondu dans le délai', (journey) => [
  `Votre employeur n’a pas répondu dans les deux mois à votre demande de suivre le parcours ${journey}. Son silence vaut rejet de votre demande.`,
  'Vous pouvez contester ce rejet auprès de votre administration. Le programme vous aide à préparer une autre candidature.',
]);
const silentForManager = message(z.object({ on: day }), 'Employeur resté silencieux', (journey, { on }) => [
  `L’employeur n’a pas répondu à une demande de parcours ${journey} : elle est rejetée depuis le ${frenchDate(on)}.`,
]);
const implicitForAgent = message(nothing, 'Votre candidature n’a pas reçu de réponse dans le délai légal', (journey) => [
  `Le service n’a pas répondu dans les deux mois à votre candidature au parcours ${journey} : elle est implicitement rejetée. Il peut encore se prononcer expressément ; vous en serez informé.`,
]);
const implicitForManager = message(nothing, 'Délai légal de réponse écoulé', (journey) => [
  `Le délai légal de réponse à une candidature au parcours ${journey} est écoulé : un rejet implicite est né. Une décision expresse reste possible.`,
]);
const withdrawnForAgent = message(nothing, 'Votre retrait est enregistré', (journey) => [
  `Le retrait de votre candidature au parcours ${journey} est enregistré. Vous n’avez plus rien à faire.`,
]);
const withdrawnForOthers = message(nothing, 'Candidature retirée', (journey) => [
  `Une candidature au parcours ${journey} est retirée. Les actions qui vous étaient demandées sur ce dossier sont annulées.`,
]);
const unsignedForAgent = message(nothing, 'La convention n’a pas été signée', (journey) => [
  `Les trois signatures de la convention n’ont pas été réunies à temps : le parcours ${journey} ne commence pas.`,
  'Le programme peut vous aider à préparer une prochaine promotion.',
]);
const unsignedForManager = message(nothing, 'Convention non signée', (journey) => [
  `Une convention du parcours ${journey} n’a pas été signée par les trois parties. La place est rendue à la promotion.`,
]);

const forParticipant =
  (theirs: MailTemplate, others: MailTemplate): MailTemplate =>
  (data, context, to) =>
    (to.role === 'participant' ? theirs : others)(data, context, to);

/** What the two procedures of reconversion say before day one, and of decisions and appeals; the rest is told along the journey. */
export const reconversionMails: Readonly<Record<string, MailTemplate>> = {
  ...journeyMails,
  filed: message(nothing, 'Votre candidature est enregistrée', (journey, _data, { ref }) => [
    `Votre candidature au parcours ${journey} est enregistrée sous le numéro ${ref}. Votre employeur est invité à donner son accord ; il a deux mois au plus.`,
    'Vous n’avez rien à faire pour l’instant.',
  ]),
  'employer-agreed': message(nothing, 'Votre employeur donne son accord', (journey) => [
    `Votre employeur est d’accord pour que vous suiviez le parcours ${journey}. Faites maintenant le point sur vos acquis : l’entretien de sélection s’appuie dessus.`,
  ]),
  'employer-refused': message(withReasons, 'Votre employeur ne donne pas son accord', (journey, { reasons }) => [
    `Votre employeur ne donne pas son accord pour le parcours ${journey}.`,
    `Motifs : ${reasons}`,
    'Cette décision est la sienne : vous pouvez la contester auprès de lui. Le programme peut vous conseiller.',
  ]),
  'employer-postponed': message(withReasons, 'Votre employeur propose une prochaine promotion', (journey, { reasons }) => [
    `Votre employeur souhaite que vous suiviez le parcours ${journey} avec une prochaine promotion.`,
    `Motifs : ${reasons}`,
  ]),
  'employer-silent': forParticipant(silentForAgent, silentForManager),
  'implicit-rejection': forParticipant(implicitForAgent, implicitForManager),
  selected: message(nothing, 'Votre candidature est retenue', (journey) => [
    `Votre candidature au parcours ${journey} est retenue. Les places sont attribuées dans l’ordre ; vous êtes prévenu dès que la vôtre est connue.`,
  ]),
  'not-selected': message(nothing, 'Une décision a été prise sur votre candidature', (journey) => [
    `Votre candidature au parcours ${journey} n’est pas retenue.`,
    'La décision, ses motifs et les moyens de la contester sont disponibles sur la page du dossier. Le programme peut vous aider à préparer une autre candidature.',
  ]),
  'seat-given': message(z.object({ startsOn: day }), 'Vous avez une place', (journey, { startsOn }) => [
    `Une place vous est attribuée dans le parcours ${journey}, qui commence le ${frenchDate(startsOn)}. Prochaine étape : la signature de la convention tripartite.`,
  ]),
  'no-seat': message(nothing, 'La promotion a commencé sans place libre', (journey) => [
    `Toutes les places du parcours ${journey} ont été prises : la promotion commence sans vous. Votre candidature a été retenue ; elle pourra l’être de nouveau pour une prochaine promotion.`,
  ]),
  'convention-signed': message(z.object({ startsOn: day }), 'Votre convention est signée', (journey, { startsOn }) => [
    `Les trois parties ont signé la convention du parcours ${journey}. Rendez-vous le ${frenchDate(startsOn)}.`,
  ]),
  'not-signed': forParticipant(unsignedForAgent, unsignedForManager),
  'appeal-received': message(
    z.object({ against, receivedOn: day, silentOn: day }),
    'Votre contestation est enregistrée',
    (_journey, data, { service }) => [
      `Votre contestation, reçue le ${frenchDate(data.receivedOn)}, porte sur ${contestable[data.against]}. D’autres personnes que celles qui ont décidé l’examinent.`,
      `Sans réponse au ${frenchDate(data.silentOn)}, elle est réputée rejetée ; vous pourrez alors saisir le ${service.court} dans les deux mois.`,
    ],
  ),
  'appeal-upheld': message(nothing, 'Votre contestation est accueillie', (journey) => [
    `La décision que vous contestiez au sujet du parcours ${journey} est annulée et remplacée par une décision favorable.`,
    'La réponse est disponible sur la page du dossier.',
  ]),
  'appeal-dismissed': message(nothing, 'Une réponse à votre contestation', (journey) => [
    `La décision que vous contestiez au sujet du parcours ${journey} est confirmée.`,
    'La réponse, ses motifs et les moyens de la contester encore sont disponibles sur la page du dossier.',
  ]),
  'appeal-rejected-by-silence': message(
    z.object({ bornOn: day, courtUntil: day }),
    'Votre recours est rejeté par le silence du service',
    (journey, { bornOn, courtUntil }, { service }) => [
      `Le service n’a pas répondu dans le délai légal à votre recours au sujet du parcours ${journey} : il est rejeté depuis le ${frenchDate(bornOn)}.`,
      `Vous pouvez saisir le ${service.court} jusqu’au ${frenchDate(courtUntil)}.`,
    ],
  ),
  'appeal-unanswered': message(z.object({ bornOn: day }), 'Recours rejeté par le silence du service', (journey, { bornOn }) => [
    `Le recours au sujet du parcours ${journey} n’a pas reçu de réponse : il est implicitement rejeté depuis le ${frenchDate(bornOn)}.`,
  ]),
  withdrawn: forParticipant(withdrawnForAgent, withdrawnForOthers),
};
