import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { frenchAmount } from '../french-amount.js';
import { casePath } from './links.js';
import type { MailContext, MailTemplate, MailWording } from './mail-template.js';

const seeCase = ({ ref }: MailContext): MailWording['action'] => ({ label: 'Voir le dossier', path: casePath(ref) });

const filed: MailTemplate = (_data, context) => ({
  subject: 'Votre demande est enregistrée',
  paragraphs: [
    `Votre demande « ${context.summary.title} » est enregistrée sous le numéro ${context.ref}.`,
    'Le service vérifie qu’elle est complète. L’accusé de réception est disponible sur la page du dossier.',
  ],
  action: seeCase(context),
});

const reasoned = z.object({ reason: z.string().optional() }).catch({});

const abandoned: MailTemplate = (data, context) => {
  const { reason } = reasoned.parse(data);
  return {
    subject: 'Votre demande est classée sans suite',
    paragraphs: [
      `Votre demande « ${context.summary.title} » est classée sans suite${reason ? ` : ${reason}` : ''}.`,
      'Vous pouvez déposer une nouvelle demande lors d’un prochain appel. Le service répond à vos questions.',
    ],
    action: seeCase(context),
  };
};

const withdrawn: MailTemplate = (_data, context) => ({
  subject: 'Votre retrait est enregistré',
  paragraphs: [`Le retrait de votre demande « ${context.summary.title} » est enregistré. Vous n’avez plus rien à faire.`],
  action: seeCase(context),
});

const awarded: MailTemplate = (data, context) => {
  const { amountCents } = z.object({ amountCents: z.number().optional() }).catch({}).parse(data);
  return {
    subject: 'Votre projet est retenu',
    paragraphs: [
      `Une subvention${amountCents === undefined ? '' : ` de ${frenchAmount(amountCents)} au plus`} est attribuée à votre projet « ${context.summary.title} ».`,
      'La décision est disponible sur la page du dossier. Prochaine étape : la signature de la convention.',
    ],
    action: seeCase(context),
  };
};

const refused: MailTemplate = (_data, context) => ({
  subject: 'Une décision a été prise sur votre demande',
  paragraphs: [
    `Votre demande « ${context.summary.title} » n’est pas retenue.`,
    'La décision, ses motifs et les moyens de la contester sont disponibles sur la page du dossier. Le service peut vous aider à préparer un autre projet.',
  ],
  action: seeCase(context),
});

const paid: MailTemplate = (data, context) => {
  const { amountCents, on } = z.object({ amountCents: z.number().optional(), on: z.iso.date().optional() }).catch({}).parse(data);
  return {
    subject: 'Un versement a été effectué',
    paragraphs: [
      `Un versement${amountCents === undefined ? '' : ` de ${frenchAmount(amountCents)}`} a été effectué${on ? ` le ${frenchDate(on)}` : ''} pour votre projet « ${context.summary.title} ».`,
    ],
    action: seeCase(context),
  };
};

/** What is said for a message that has no wording of its own: something happened, and where to read it. */
const somethingNew: MailTemplate = (_data, context) => ({
  subject: 'Votre dossier a évolué',
  paragraphs: [`Il y a du nouveau dans le dossier « ${context.summary.title} ». Le détail est sur la page du dossier.`],
  action: seeCase(context),
});

/** Messages of each procedure, by the template that the story names in `tell`. */
const templates: Readonly<Record<string, Readonly<Record<string, MailTemplate>>>> = {
  ftap: { filed, abandoned, withdrawn, awarded, refused, paid },
};

export const toldMail = (procedure: string, template: string): MailTemplate => templates[procedure]?.[template] ?? somethingNew;
