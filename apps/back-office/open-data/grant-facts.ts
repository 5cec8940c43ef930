import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { lastDay } from '#workflows/calendar/deadline.js';
import { months } from '#workflows/calendar/term.js';
import type { BodyKind } from '#workflows/ftap/body-kinds.js';
import type { ScdlRow } from './scdl-columns.js';

/** Who gives the grants, in the words of the table. */
export interface Grantor {
  readonly name: string;
  readonly siret: string;
}

/** What open data needs to know of an awarded grant. */
export interface GrantFacts {
  readonly ref: string;
  readonly title: string;
  readonly bodyName: string;
  readonly siret: string;
  readonly bodyKind: BodyKind;
  readonly callId: string;
  /** What was awarded and not given back since: amendments and the final account count. */
  readonly amountCents: number;
  /** Day on which the second party signed; absent until both have. */
  readonly signedOn?: CivilDate;
  readonly instalments: number;
  /** Last day of the project, amendments counted. */
  readonly endsOn: CivilDate;
  readonly paidOn: readonly CivilDate[];
  readonly outcome?: string;
}

const longestPurpose = 256;

/** The grant as the table tells it. A date that is not known yet is left empty, and the validator says so. */
export function scdlRow(grant: GrantFacts, grantor: Grantor): ScdlRow {
  const staggered = grant.instalments > 1;
  return {
    nomAttribuant: grantor.name,
    idAttribuant: grantor.siret,
    dateConvention: grant.signedOn ?? '',
    referenceDecision: grant.ref,
    nomBeneficiaire: grant.bodyName,
    idBeneficiaire: grant.siret,
    // The application asks for a SIRET, which every beneficiary of the State's money has.
    rnaBeneficiaire: '',
    objet: shortened(grant.title, longestPurpose),
    montant: (grant.amountCents / 100).toFixed(2),
    nature: 'aide en numéraire',
    conditionsVersement: staggered ? 'échelonné' : 'unique',
    datesPeriodeVersement: staggered ? periodOf(grant) : singleDate(grant),
    idRAE: '',
    // De minimis and notified aid go to companies in a market; these calls pay for training inside administrations.
    notificationUE: 'non',
    // One beneficiary a grant: the whole of it.
    pourcentageSubvention: '1.00',
    dispositifAide: grant.callId,
  };
}

/** From the convention to the end of the project, or to the last payment when that came later. */
function periodOf({ signedOn, endsOn, paidOn }: GrantFacts): string {
  if (signedOn === undefined) return '';
  const days = [signedOn, ...paidOn].sort();
  const end = [endsOn, ...days].sort().at(-1) ?? signedOn;
  return `${days[0] ?? signedOn}/${end}`;
}

/** The day is known once it is paid; until then it is somewhere between the convention and the project's end. */
const singleDate = (grant: GrantFacts): string => grant.paidOn[0] ?? periodOf(grant);

const shortened = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

const privateBodies: ReadonlySet<BodyKind> = new Set(['association', 'company']);
/** Above this amount a grant to a private body wants a convention, whose data must be public (décret n° 2001-495, article 1). */
const thresholdCents = 23_000_00;

/** Whether the law wants the grant published: a private body's convention above the threshold (décret n° 2017-779, article 1). */
export const mustBePublished = ({ bodyKind, amountCents }: GrantFacts): boolean =>
  privateBodies.has(bodyKind) && amountCents > thresholdCents;

/** Last day to publish: three months from the signature (décret n° 2017-779, article 2). */
export const publishBy = (signedOn: CivilDate): CivilDate => lastDay(signedOn, months(3));
