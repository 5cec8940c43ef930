import { addMonths } from '#workflows/calendar/civil-date.js';
import { aFileId, type Course } from '#workflows/ftap/course/course.js';
import { typicalCourse } from '#workflows/ftap/course/index.js';
import type { AmendableContext } from '#workflows/ftap/tasks/amendment.js';
import type { AccountReviewContext } from '#workflows/ftap/tasks/final-account.js';
import type { FollowUpContext } from '#workflows/ftap/tasks/follow-up.js';
import type { Play } from '#workflows/kit/rehearsal.js';

/** What the demonstration's people do otherwise than on the typical course, by the key of the item. */
type Turn = Course[string];

export const never: Turn = () => 'never';

const once =
  (play: Play): Turn =>
  ({ nth }) =>
    nth === 1 ? play : 'never';

/** As on the typical course the first time, and not again. */
export const onlyTheFirst =
  (key: string): Turn =>
  (item) =>
    (item.nth === 1 ? typicalCourse[key]?.(item) : undefined) ?? 'never';

/** Every effect comes to this share of what was promised, a third of it each year. */
export const effectsReach =
  (share: number): Turn =>
  ({ context }) => {
    const { months, effects } = context as FollowUpContext;
    return {
      afterDays: 30,
      answer: {
        effects: Object.fromEntries(
          effects.map(({ key, baseline, target }) => [
            key,
            {
              value: Math.round(baseline + (target - baseline) * share * Math.min(1, months / 36)),
              documents: [aFileId],
              sameMethod: true,
            },
          ]),
        ),
      },
      by: 'applicant-1',
    };
  };

export const refuse: Turn = () => ({
  afterDays: 3,
  answer: {
    decision: 'refuse',
    inLaw: 'Règlement de l’appel, article 3 : seules les dépenses de conception et d’essai sont éligibles.',
    inFact: 'Les deux tiers du budget présenté financent l’exploitation courante du dispositif.',
  },
  by: 'authority-1',
});

export const appeal: Turn = once({
  afterDays: 20,
  answer: { grounds: 'L’exploitation n’est financée que pendant l’essai, comme l’article 3 du règlement l’admet.', documents: [] },
  by: 'applicant-1',
});

export const renounce: Turn = () => ({
  afterDays: 12,
  answer: { choice: 'renounce', reasons: 'Le projet est repris par une autre administration, sur ses propres crédits.' },
  by: 'applicant-1',
});

export const breach: Turn = once({
  afterDays: 70,
  answer: { reasons: 'La formation n’est pas mise à la disposition des autres administrations.', documents: [aFileId] },
  by: 'manager-1',
});

export const takeBack =
  (amountCents: number): Turn =>
  () => ({
    afterDays: 10,
    answer: {
      decision: 'partial',
      amountCents,
      inLaw: 'Article 5 de la convention, et CRPA L242-2, 2°.',
      inFact: 'La formation est restée fermée aux autres administrations pendant un semestre.',
    },
    by: 'authority-1',
  });

/** Half of what was spent is justified. */
export const retainHalf: Turn = ({ context }) => ({
  afterDays: 8,
  answer: {
    verdict: 'accept',
    retained: Object.fromEntries((context as AccountReviewContext).lines.map(({ key, spentCents }) => [key, Math.floor(spentCents / 2)])),
  },
  by: 'reviewer-1',
});

export const askForTime: Turn = (item) => {
  if (item.nth > 1) return 'never';
  const newEndsOn = addMonths((item.context as AmendableContext).endsOn, 6);
  return {
    afterDays: 40,
    answer: { reasons: 'Le recrutement des formateurs a pris trois mois de retard.', newEndsOn, documents: [] },
    by: 'applicant-1',
  };
};

export const findUnlawful: Turn = once({
  afterDays: 20,
  answer: { inLaw: 'Règlement de l’appel, article 2 : le projet était déjà financé par un autre fonds de l’État.' },
  by: 'authority-1',
});
