import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { frenchAmount } from '../../french-amount.js';
import { beneficiary } from './decision.js';
import { contactNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { heading, list, paragraph, table } from './letter.js';

const data = z.object({
  /** Another version takes the place of the one before. */
  version: z.number().int().positive().default(1),
  /** Wordings agreed on since the first version. */
  changes: z.array(z.string()).default([]),
  amountCents: z.number().int().positive(),
  eligibleCents: z.number().int().positive(),
  decidedOn: z.iso.date(),
  instalments: z.array(z.object({ label: z.string(), amountCents: z.number(), condition: z.string() })).min(1),
  /** What the beneficiary undertakes beside the reports and the justified expenses. */
  commitments: z.array(z.string()).default([]),
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
  capacity: z.string(),
  signedForStateBy: z.string(),
});

/** Convention attributive: loi 2000-321 art. 10 and décret 2001-495 above 23 000 € a year; always signed here. */
export const convention = defineLetter(
  data,
  (given, context) => ({
    title: given.version === 1 ? 'Convention attributive de subvention' : `Convention attributive de subvention, version ${given.version}`,
    blocks: [
      paragraph(
        `Entre l’État, représenté par ${given.capacity}, d’une part, et ${beneficiary(context)}, ci-après « le bénéficiaire », d’autre part ;`,
      ),
      paragraph(`Vu la décision d’attribution du ${frenchDate(given.decidedOn)}, il est convenu ce qui suit.`),
      heading('Article 1er – Objet'),
      paragraph(`La présente convention fixe les conditions dans lesquelles l’État soutient le projet « ${context.project} ».`),
      heading('Article 2 – Durée'),
      paragraph(duration(given)),
      heading('Article 3 – Montant'),
      paragraph(
        `La subvention est d’un montant maximal de ${frenchAmount(given.amountCents)}, pour un coût éligible de ${frenchAmount(given.eligibleCents)}.`,
      ),
      heading('Article 4 – Versements'),
      table(
        'Échéancier des versements',
        ['Versement', 'Montant', 'Condition'],
        given.instalments.map(({ label, amountCents, condition }) => [label, frenchAmount(amountCents), condition]),
      ),
      heading('Article 5 – Engagements du bénéficiaire'),
      list([
        'réaliser le projet décrit dans sa demande et informer sans délai le service de toute difficulté ;',
        'rendre compte chaque semestre de l’avancement, des dépenses et des résultats ;',
        'conserver les justificatifs et se prêter à tout contrôle de l’emploi de la subvention ;',
        ...given.commitments,
      ]),
      heading('Article 6 – Reversement'),
      paragraph(
        'Si la subvention est employée à un autre objet ou si les engagements ne sont pas tenus, l’État peut en demander le reversement, après avoir recueilli les observations écrites du bénéficiaire.',
      ),
      heading('Article 7 – Modification et litiges'),
      paragraph(
        `Toute modification fait l’objet d’un avenant. À défaut d’accord amiable, les litiges relèvent du ${context.service.court}.`,
      ),
      ...(given.changes.length > 0 ? [heading('Article 8 – Clauses particulières'), list(given.changes)] : []),
    ],
    signatures: [
      { capacity: 'Pour le bénéficiaire,', name: context.addressee.name },
      { capacity: `Pour l’État, ${given.capacity},`, name: context.nameOf(given.signedForStateBy) },
    ],
    notices: [contactNotice(context.service)],
  }),
  ({ signedForStateBy }) => [signedForStateBy],
);

function duration({ startsOn, endsOn }: z.infer<typeof data>): string {
  const start = startsOn ? `le ${frenchDate(startsOn)}` : 'à la date de la dernière signature';
  return `La convention prend effet ${start}${endsOn ? ` et prend fin le ${frenchDate(endsOn)}` : ' et prend fin au versement du solde'}.`;
}
