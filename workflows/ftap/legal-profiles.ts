import { months, type Term } from '../calendar/term.js';
import type { FtapInput } from './input.js';

/** What the law says of a grant, by who asks for it (CRPA L100-3 : les administrations ne sont pas « le public »). */
export interface LegalProfile {
  readonly label: string;
  /** `law`: the acknowledgement of CRPA L112-3 and R112-5. `service`: between administrations no text asks for one; a plain notice. */
  readonly acknowledgement: 'law' | 'service';
  /** From receipt to a finding on admissibility, at whose end the request is deemed admissible; where a text sets one. */
  readonly admissibilityTerm?: Term;
  /** From receipt to the decision. */
  readonly decisionTerm: Term;
  /** How often a reasoned decision may extend that term. */
  readonly decisionExtensions: number;
  /** What silence means at the end of the term; `none` between administrations. */
  readonly silence: 'rejection' | 'none';
  /** How the decision may be contested. */
  readonly remedies: 'court' | 'arbitration';
  /** From the notice of a decision, or the birth of an implicit one, to the last day for contesting it. */
  readonly remedyTerm: Term;
  /** From receipt of an appeal to the answer. */
  readonly appealTerm: Term;
  /** What silence means at the end of that term. */
  readonly appealSilence: 'rejection' | 'none';
  /** Texts that a decision cites. */
  readonly visas: readonly string[];
}

const common = [
  'la loi organique n° 2001-692 du 1er août 2001 relative aux lois de finances',
  'le décret n° 2012-1246 du 7 novembre 2012 relatif à la gestion budgétaire et comptable publique',
];

const serviceRule = { basis: 'règlement de l’appel' };

/** Two clear months; the last day rolls over: it is an act that a party must do. */
const beforeTheCourt = {
  remedies: 'court',
  remedyTerm: months(2, { clock: 'legal', clear: true, rollOver: true, basis: 'CJA R421-1' }),
} as const;

const toThePublic = {
  acknowledgement: 'law',
  silence: 'rejection',
  appealTerm: months(2, { clock: 'legal', basis: 'CRPA L231-4' }),
  appealSilence: 'rejection',
} as const;

export const legalProfiles = {
  /** The same legal person: no silence rule, no judge; arbitration [L]. The terms are the service's own [D]. */
  INTERNAL_STATE: {
    label: 'Service de l’État',
    acknowledgement: 'service',
    decisionTerm: months(6, serviceRule),
    decisionExtensions: 0,
    silence: 'none',
    remedies: 'arbitration',
    remedyTerm: months(2, { ...serviceRule, rollOver: true }),
    appealTerm: months(2, serviceRule),
    appealSilence: 'none',
    visas: common,
  },
  /**
   * Public establishments of the State: they are not the public of CRPA L100-3, and décret 2018-514 leaves them out [S]; the term is the
   * service's own [D]. They may go to court, so silence on their appeal rejects it (CJA R421-2).
   */
  STATE_OPERATOR: {
    label: 'Opérateur de l’État',
    acknowledgement: 'service',
    decisionTerm: months(6, serviceRule),
    decisionExtensions: 0,
    silence: 'none',
    ...beforeTheCourt,
    appealTerm: months(2, { clock: 'legal', basis: 'CJA R421-2' }),
    appealSilence: 'rejection',
    visas: common,
  },
  /** Associations and companies: silence on a request for money is a rejection after two months [S]. */
  GENERAL_SUBSIDY: {
    label: 'Association ou entreprise',
    ...toThePublic,
    decisionTerm: months(2, { clock: 'legal', basis: 'CRPA L231-4' }),
    decisionExtensions: 0,
    ...beforeTheCourt,
    visas: [...common, 'le code des relations entre le public et l’administration, notamment ses articles L112-3, L114-5 et L231-4'],
  },
  /**
   * The same, for investment: two months to find the request admissible, else it is deemed so (décret 2018-514, art. 4); eight months from
   * the acknowledgement to award, which a reasoned decision may extend, then an implicit rejection (art. 7) [S].
   */
  GENERAL_SUBSIDY_INVESTMENT: {
    label: 'Association ou entreprise, subvention d’investissement',
    ...toThePublic,
    admissibilityTerm: months(2, { clock: 'legal', basis: 'décret n° 2018-514, article 4' }),
    decisionTerm: months(8, { clock: 'legal', basis: 'décret n° 2018-514, article 7' }),
    decisionExtensions: 1,
    ...beforeTheCourt,
    visas: [
      ...common,
      'le code des relations entre le public et l’administration, notamment ses articles L112-3 et L114-5',
      'le décret n° 2018-514 du 25 juin 2018 relatif aux subventions de l’État pour des projets d’investissement',
    ],
  },
} as const satisfies Record<string, LegalProfile>;

export type LegalProfileKey = keyof typeof legalProfiles;

/** Which regime a case is under: it follows from who asks, and for bodies outside the State from what is paid for. */
export function profileKeyOf({ application, call }: Pick<FtapInput, 'application' | 'call'>): LegalProfileKey {
  if (application.body.kind === 'stateService') return 'INTERNAL_STATE';
  if (application.body.kind === 'operator') return 'STATE_OPERATOR';
  return call.investment ? 'GENERAL_SUBSIDY_INVESTMENT' : 'GENERAL_SUBSIDY';
}

export const profileOf = (input: Pick<FtapInput, 'application' | 'call'>): LegalProfile => legalProfiles[profileKeyOf(input)];
