import type { Course } from '#workflows/ftap/course/course.js';
import type { FtapInput } from '#workflows/ftap/input.js';

const award = { decision: 'award', amountCents: 100_000_00, why: 'Le projet répond aux critères de l’appel.' };
const refusal = {
  decision: 'refuse',
  inLaw: 'Article 6 du règlement de l’appel : coût maîtrisé.',
  inFact: 'Le coût par agent formé n’est pas établi.',
};
const takeBack = { verdict: 'takeBack', reasons: 'Le montant ne tient pas compte d’un cofinancement.' };
const unlawful = 'L’organisme n’est pas éligible au sens de l’article 2 du règlement.';

/** The authority decides this first, then awards. */
const first =
  (decision: object): Course[string] =>
  ({ nth }) => ({ afterDays: 3, answer: nth === 1 ? decision : award, by: 'authority-1' });

const appeals: Course = {
  'appeal-lodged': ({ nth }) =>
    nth === 1
      ? { afterDays: 20, answer: { grounds: 'Le coût par agent est établi par l’annexe 3.', documents: [] }, by: 'applicant-1' }
      : 'never',
};

/** The paths of the authority: what it does before its notice, what silence does, what is contested and withdrawn. */
export const decisionPaths: Readonly<Record<string, Course>> = {
  'silent authority, reasons asked for, appeal confirmed': {
    ...appeals,
    'reasons-requested': () => ({ afterDays: 3, answer: {}, by: 'applicant-1' }),
    decide: () => ({ afterDays: 300, answer: award, by: 'authority-1' }),
  },
  'inadmissible, annulled on appeal': {
    ...appeals,
    'check-completeness': () => ({
      afterDays: 5,
      answer: { verdict: 'inadmissible', reasons: 'L’organisme n’est pas éligible à l’appel.' },
      by: 'reviewer-1',
    }),
    'decide-appeal': () => ({
      afterDays: 5,
      answer: { verdict: 'annul', reasons: 'L’organisme figure bien parmi les éligibles.' },
      by: 'authority-1',
    }),
  },
  'postponed to the study, then awarded': {
    decide: first({ decision: 'postpone', backTo: 'instruction', why: 'Le plan de financement a changé.' }),
  },
};

/** The same, of an operator of the State: silence decides nothing before the authority has. */
export const operatorPaths: Readonly<Record<string, Course>> = {
  'taken back, then left to leave by itself': {
    'release-notice': ({ nth }) => (nth === 1 ? { afterHours: 20, answer: takeBack, by: 'authority-1' } : 'never'),
  },
  'refused, appealed, rejected by silence': { ...appeals, decide: first(refusal), 'decide-appeal': () => 'never' },
  'refused, annulled on appeal, awarded, withdrawn as unlawful': {
    ...appeals,
    decide: first(refusal),
    'decide-appeal': () => ({ afterDays: 5, answer: { verdict: 'annul', reasons: 'Le coût est bien établi.' }, by: 'authority-1' }),
    'unlawfulness-found': () => ({ afterDays: 70, answer: { inLaw: unlawful }, by: 'authority-1' }),
    'decide-withdrawal': () => ({
      afterDays: 4,
      answer: { verdict: 'withdraw', inLaw: unlawful, inFact: 'Ses statuts le rattachent à une collectivité.' },
      by: 'authority-1',
    }),
  },
};

/** The same application by an operator. */
export const byAnOperator = (input: unknown): FtapInput => {
  const given = input as FtapInput;
  const { application } = given;
  return { ...given, application: { ...application, body: { ...application.body, kind: 'operator' } } };
};
