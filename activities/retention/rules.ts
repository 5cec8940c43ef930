import { frenchTerm } from '#workflows/calendar/french.js';
import { months, type Term } from '#workflows/calendar/term.js';
import { covers } from '#workflows/kit/perimeter.js';

/** How long cases that ended so are kept. */
export interface RetentionRule {
  readonly key: string;
  /** What is kept, in French. */
  readonly label: string;
  /** The procedure, and those that belong to it. */
  readonly procedures: readonly string[];
  /** Ways to end; left out: every other. */
  readonly outcomes?: readonly string[];
  /** From which day. The last payment, where there was none the closing. */
  readonly from: 'closing' | 'lastPayment';
  readonly term: Term;
  /** What becomes of it at the end. */
  readonly fate: string;
}

const years = (n: number, basis: string): Term => months(12 * n, { basis });
const fate = 'élimination sous visa, après versement aux archives de ce qu’elles retiennent (code du patrimoine, art. L212-2 et L212-3)';

/**
 * The table of retention (DUA) [D, domain.md section 2]: the first rule that fits a case is the case's. The register of treatments shows
 * the same table, so that what is announced is what is done.
 */
export const retentionRules: readonly RetentionRule[] = [
  {
    key: 'grant-refused',
    label: 'Demande de subvention non retenue ou retirée',
    procedures: ['ftap'],
    outcomes: ['inadmissible', 'noFurtherAction', 'refused', 'withdrawn'],
    from: 'closing',
    term: years(2, 'délai de recours et de contrôle'),
    fate,
  },
  {
    key: 'grant-awarded',
    label: 'Subvention attribuée, et séances du comité qui l’ont examinée',
    procedures: ['ftap'],
    from: 'lastPayment',
    term: years(10, 'justification de la dépense publique'),
    fate,
  },
  {
    key: 'journey-refused',
    label: 'Candidature à un parcours de reconversion sans suite',
    procedures: ['reconversion-3m', 'reconversion-6m'],
    outcomes: ['refusedByEmployer', 'employerSilent', 'notSelected', 'noSeat', 'notSigned', 'withdrawn'],
    from: 'closing',
    term: years(2, 'délai de recours et de contrôle'),
    fate,
  },
  {
    key: 'journey',
    label: 'Parcours de reconversion suivi, cohorte et bilan',
    procedures: ['reconversion-3m', 'reconversion-6m', 'reconversion-review', 'cohort'],
    from: 'closing',
    term: years(5, 'preuve du parcours suivi'),
    fate,
  },
  {
    key: 'directors-year',
    label: 'Année d’un directeur, événements et inscriptions',
    procedures: ['directors-year', 'seated-event'],
    from: 'closing',
    term: years(5, 'preuve du parcours suivi'),
    fate,
  },
];

/** What is kept beside cases, by its age: who read what, sessions, mails that are about no case. */
export const logsKept: Term = months(12, { basis: 'sécurité du service' });

/** The rule that a case falls under; undefined for a procedure that the table forgets, which a test excludes. */
export const ruleOf = (procedure: string, outcome: string | null): RetentionRule | undefined =>
  retentionRules.find(
    ({ procedures, outcomes }) =>
      procedures.some((one) => covers(one, procedure)) && (outcomes === undefined || (outcome !== null && outcomes.includes(outcome))),
  );

export const ruleByKey = (key: string): RetentionRule | undefined => retentionRules.find((rule) => rule.key === key);

/** « 2 ans », « 18 mois ». */
export const inYears = (term: Term): string =>
  term.unit !== 'months' || term.n % 12 !== 0 ? frenchTerm(term) : `${term.n / 12}\u00a0${term.n === 12 ? 'an' : 'ans'}`;

const startWords = { closing: 'à compter de la clôture du dossier', lastPayment: 'à compter du dernier versement, sinon de la clôture' };

/** « 10 ans à compter du dernier versement, sinon de la clôture ». */
export const durationOf = ({ term, from }: RetentionRule): string => `${inYears(term)} ${startWords[from]}`;
