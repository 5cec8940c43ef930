import { z } from 'zod';
import { frenchAmount } from '../french-amount.js';
import { message } from './case-message.js';
import { committeeMails } from './ftap-committee-mails.js';
import { decisionMails } from './ftap-decision-mails.js';
import { moneyMails } from './ftap-money-mails.js';
import type { MailTemplate } from './mail-template.js';

const nothing = z.unknown();
const withAmount = z.object({ amountCents: z.number() });
const withReason = z.object({ reason: z.string().optional() });

const withdrawnForApplicant = message(nothing, 'Votre retrait est enregistré', (project) => [
  `Le retrait de votre demande ${project} est enregistré. Vous n’avez plus rien à faire.`,
]);
const withdrawnForService = message(nothing, 'Demande retirée', (project) => [
  `La demande ${project} est retirée par son porteur. Les actions qui vous étaient demandées sur ce dossier sont annulées.`,
]);

const because = (reason: string | undefined): string[] => (reason ? [`Motifs : ${reason}`] : []);

/** What the FTAP procedure says, by the templates of its stories. */
export const ftapMails: Readonly<Record<string, MailTemplate>> = {
  filed: message(nothing, 'Votre demande est enregistrée', (project, _data, { ref }) => [
    `Votre demande ${project} est enregistrée sous le numéro ${ref}.`,
    'L’accusé de réception est disponible sur la page du dossier. Le service vérifie maintenant que la demande est complète.',
  ]),
  'decision-clock-expired': message(nothing, 'Délai de décision écoulé', (project) => [
    `Le délai de décision sur la demande ${project} est écoulé sans que l’ordonnateur ait décidé.`,
    'La page du dossier indique qui doit agir et ce que la loi attache à ce silence.',
  ]),
  'implicit-rejection': message(nothing, 'Votre demande est rejetée par le silence du service', (project) => [
    `Le délai légal de décision sur votre demande ${project} est écoulé : une décision implicite de rejet est née. Le service peut encore prendre une décision expresse.`,
    'Vous pouvez demander les motifs de ce rejet et le contester, dans les conditions que rappelle votre accusé de réception.',
  ]),
  inadmissible: message(withReason, 'Votre demande est irrecevable', (project, { reason }) => [
    `Votre demande ${project} ne remplit pas les conditions de l’appel : elle est irrecevable.`,
    ...because(reason),
    'Le service peut vous aider à préparer une autre demande. Il vous indique aussi comment contester cette décision.',
  ]),
  'no-further-action': message(withReason, 'Votre demande est classée sans suite', (project, { reason }) => [
    `Votre demande ${project} est classée sans suite.`,
    ...because(reason),
    'Vous pouvez déposer une nouvelle demande lors d’un prochain appel. Le service répond à vos questions.',
  ]),
  'pieces-never-came': message(nothing, 'Pièces non reçues', (project) => [
    `Le porteur du projet ${project} n’a pas fourni les pièces demandées dans le délai donné.`,
    'Il vous revient de décider en l’état du dossier, ou de le classer sans suite.',
  ]),
  ...committeeMails,
  ...decisionMails,
  ...moneyMails,
  awarded: message(withAmount, 'Votre projet est retenu', (project, { amountCents }) => [
    `Une subvention de ${frenchAmount(amountCents)} au plus est attribuée à votre projet ${project}.`,
    'La décision est disponible sur la page du dossier. Prochaine étape : la signature de la convention.',
  ]),
  refused: message(nothing, 'Une décision a été prise sur votre demande', (project) => [
    `Votre demande ${project} n’est pas retenue.`,
    'La décision, ses motifs et les moyens de la contester sont disponibles sur la page du dossier. Le service peut vous aider à préparer un autre projet.',
  ]),
  withdrawn: (data, context, to) => (to.role === 'applicant' ? withdrawnForApplicant : withdrawnForService)(data, context, to),
};
