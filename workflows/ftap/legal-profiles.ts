import { months, type Term } from '../calendar/term.js';
import type { FtapInput } from './input.js';

/** What the law says of a grant, by who asks for it (CRPA L100-3 : les administrations ne sont pas « le public »). */
export interface LegalProfile {
  readonly label: string;
  /** From receipt to the decision. */
  readonly decisionTerm: Term;
  /** What silence means at the end of the term; `none` between administrations. */
  readonly silence: 'rejection' | 'none';
  /** How the decision may be contested. */
  readonly remedies: 'court' | 'arbitration';
  /** Texts that a decision cites. */
  readonly visas: readonly string[];
}

const common = [
  'la loi organique n° 2001-692 du 1er août 2001 relative aux lois de finances',
  'le décret n° 2012-1246 du 7 novembre 2012 relatif à la gestion budgétaire et comptable publique',
];

export const legalProfiles = {
  /** The same legal person: no silence rule, no judge; arbitration [L]. The term is the service's own [D]. */
  INTERNAL_STATE: {
    label: 'Service de l’État',
    decisionTerm: months(6, { basis: 'règlement de l’appel' }),
    silence: 'none',
    remedies: 'arbitration',
    visas: common,
  },
  /** Public establishments of the State: décret 2018-514 leaves them out [S]; the term is the service's own [D]. */
  STATE_OPERATOR: {
    label: 'Opérateur de l’État',
    decisionTerm: months(6, { basis: 'règlement de l’appel' }),
    silence: 'none',
    remedies: 'court',
    visas: common,
  },
  /** Associations and companies: silence on a request for money is a rejection after two months [S]. */
  GENERAL_SUBSIDY: {
    label: 'Association ou entreprise',
    decisionTerm: months(2, { clock: 'legal', basis: 'CRPA L231-4' }),
    silence: 'rejection',
    remedies: 'court',
    visas: [...common, 'le code des relations entre le public et l’administration, notamment ses articles L112-3, L114-5 et L231-4'],
  },
  /**
   * The same, for investment: eight months from the acknowledgement, then an implicit rejection (décret 2018-514, art. 7) [S]. Its
   * other clock, two months to find a request admissible, is not in this revision.
   */
  GENERAL_SUBSIDY_INVESTMENT: {
    label: 'Association ou entreprise, subvention d’investissement',
    decisionTerm: months(8, { clock: 'legal', basis: 'décret n° 2018-514, article 7' }),
    silence: 'rejection',
    remedies: 'court',
    visas: [
      ...common,
      'le code des relations entre le public et l’administration, notamment ses articles L112-3 et L114-5',
      'le décret n° 2018-514 du 25 juin 2018 relatif aux subventions de l’État pour des projets d’investissement',
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
