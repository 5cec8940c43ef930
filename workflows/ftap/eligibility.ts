import type { CivilDate } from '../calendar/civil-date.js';
import { frenchDate } from '../calendar/french.js';
import { euros, mostCents, percent } from './application.js';
import { type BodyKind, bodyKinds } from './body-kinds.js';
import type { CallTerms } from './call-terms.js';
import { isSiret } from './siret.js';

export const eligibilityRules = ['callOpen', 'body', 'siret', 'start', 'duration', 'amount', 'rate', 'reuse'] as const;
export type EligibilityRule = (typeof eligibilityRules)[number];

/** One condition of the call, held against an application that may still be incomplete. */
export interface Eligibility {
  readonly rule: EligibilityRule;
  readonly label: string;
  /** Left out while the application does not say enough. */
  readonly ok?: boolean;
  /** Why it is met, is not met, or what is missing to know. */
  readonly why: string;
  /** The text that sets the condition. */
  readonly basis: string;
  /** Field of the application that decides. */
  readonly path?: string;
}

/** What of a call decides. `open`: whether it receives applications today. */
export interface OpenCall {
  readonly terms: CallTerms;
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
  readonly open: boolean;
}

type Verdict = Pick<Eligibility, 'ok' | 'why'> & { readonly basis?: string };
type Content = Readonly<Record<string, unknown>>;
interface Asked {
  readonly content: Content;
  readonly call: OpenCall;
  readonly today: CivilDate;
}

const callRules = 'règlement de l’appel';

/** Every condition of the call, in the order in which people meet them. Pure: `today` is the day of the filing. */
export const eligibility = (content: Content, call: OpenCall, today: CivilDate): Eligibility[] =>
  eligibilityRules.map((rule) => {
    const { label, path, decide } = rules[rule];
    return { rule, label, basis: callRules, ...decide({ content, call, today }), ...(path !== undefined && { path }) };
  });

/** What stands in the way of filing, by field; empty when nothing does, as far as the application says. */
export const ineligibleFields = (conditions: readonly Eligibility[]): Record<string, string> =>
  Object.fromEntries(conditions.flatMap(({ ok, rule, path, why }) => (ok === false ? [[path ?? rule, why]] : [])));

const met = (why: string): Verdict => ({ ok: true, why });
const unmet = (why: string): Verdict => ({ ok: false, why });
const verdict = (ok: boolean, yes: string, no: string): Verdict => (ok ? met(yes) : unmet(no));
const missing = (why: string): Verdict => ({ why });

const rules: Readonly<Record<EligibilityRule, { label: string; path?: string; decide: (asked: Asked) => Verdict }>> = {
  callOpen: {
    label: 'L’appel est ouvert',
    decide: ({ call: { open, opensOn, closesOn }, today }) =>
      verdict(
        open,
        `Les demandes sont reçues jusqu’au ${frenchDate(closesOn)} inclus.`,
        today < opensOn ? `L’appel ouvre le ${frenchDate(opensOn)}.` : 'L’appel ne reçoit plus de demandes.',
      ),
  },
  body: {
    label: 'L’organisme peut candidater',
    path: 'body.kind',
    decide({ content, call: { terms } }) {
      const kind = at(content, 'body', 'kind');
      if (!isBodyKind(kind)) return missing('Indiquez la nature de votre organisme.');
      const open = terms.eligibleBodies.map((one) => bodyKinds[one]).join('\u202f; ');
      return verdict(
        terms.eligibleBodies.includes(kind),
        `L’appel est ouvert à cette catégorie\u00a0: ${bodyKinds[kind]}.`,
        `Cet appel n’est pas ouvert à cette catégorie (${bodyKinds[kind]}). Il l’est à\u00a0: ${open}.`,
      );
    },
  },
  siret: {
    label: 'Le numéro SIRET est bien formé',
    path: 'body.siret',
    decide({ content }) {
      const typed = at(content, 'body', 'siret');
      if (typeof typed !== 'string' || typed.trim() === '') return missing('Indiquez le numéro SIRET de votre organisme.');
      const basis = 'répertoire Sirene';
      const siret = typed.replaceAll(/\s/g, '');
      return {
        ...verdict(isSiret(siret), 'Les 14 chiffres et leur clé concordent.', 'Vérifiez les 14 chiffres\u00a0: leur clé ne concorde pas.'),
        basis,
      };
    },
  },
  start: {
    label: 'Le projet n’a pas commencé',
    path: 'project.startsOn',
    decide({ content, call, today }) {
      const startsOn = at(content, 'project', 'startsOn');
      if (typeof startsOn !== 'string' || startsOn === '') return missing('Indiquez le début du projet.');
      return {
        ...verdict(
          startsOn >= today,
          'Le projet commence après le dépôt de la demande.',
          `Le projet ne peut pas commencer avant le dépôt de la demande\u00a0: indiquez une date à partir du ${frenchDate(today)}.`,
        ),
        ...(call.terms.investment && isPrivate(at(content, 'body', 'kind')) && { basis: 'décret n° 2018-514, article 5' }),
      };
    },
  },
  duration: {
    label: 'La durée du projet convient',
    path: 'project.durationMonths',
    decide({ content, call: { terms } }) {
      const duration = at(content, 'project', 'durationMonths');
      if (typeof duration !== 'number') return missing('Indiquez la durée du projet.');
      const { min, max } = terms.durationMonths;
      const range = `de ${min} à ${max} mois`;
      return verdict(duration >= min && duration <= max, `Le projet dure ${range}.`, `Le projet doit durer ${range}.`);
    },
  },
  amount: {
    label: 'Le montant est entre le plancher et le plafond',
    path: 'budget.amountCents',
    decide({ content, call: { terms } }) {
      const asked = at(content, 'budget', 'amountCents');
      if (typeof asked !== 'number') return missing('Indiquez la subvention demandée.');
      const { floorCents, ceilingCents } = terms;
      const range = `de ${euros(floorCents)} à ${euros(ceilingCents)}`;
      return verdict(asked >= floorCents && asked <= ceilingCents, `La subvention va ${range}.`, `La subvention doit aller ${range}.`);
    },
  },
  rate: {
    label: 'La part du coût éligible convient',
    path: 'budget.amountCents',
    decide({ content, call: { terms } }) {
      const asked = at(content, 'budget', 'amountCents');
      const lines = linesOf(content);
      if (typeof asked !== 'number' || lines.length === 0) return missing('Indiquez les dépenses et la subvention demandée.');
      const most = mostCents(lines, terms);
      const limit = `${percent(terms.rate)} du coût éligible, soit ${euros(most)}`;
      return verdict(asked <= most, `La subvention ne dépasse pas ${limit}.`, `La subvention ne peut pas dépasser ${limit}.`);
    },
  },
  reuse: {
    label: 'La formation pourra être réutilisée',
    path: 'commitments.reuse',
    decide({ content }) {
      const accepted = at(content, 'commitments', 'reuse');
      if (typeof accepted !== 'boolean') return missing('Acceptez la réutilisation de la formation par le Campus.');
      return verdict(
        accepted,
        'Le Campus du numérique public pourra diffuser la formation.',
        'Une aide suppose que le Campus du numérique public puisse diffuser la formation.',
      );
    },
  },
};

/** The value at a path of an application being written, whatever its shape. */
const at = (content: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, key) => (typeof found === 'object' && found !== null ? (found as Content)[key] : undefined), content);

const isBodyKind = (kind: unknown): kind is BodyKind => typeof kind === 'string' && kind in bodyKinds;
const isPrivate = (kind: unknown) => kind === 'association' || kind === 'company';

/** The lines of the budget that can be counted already. */
export function linesOf(content: Content): { label: string; amountCents: number; eligible: boolean }[] {
  const lines = at(content, 'budget', 'lines');
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: unknown) => {
    const [label, amountCents, eligible] = [at(line, 'label'), at(line, 'amountCents'), at(line, 'eligible')];
    return typeof amountCents === 'number'
      ? [{ label: typeof label === 'string' ? label : '', amountCents, eligible: eligible === true }]
      : [];
  });
}
