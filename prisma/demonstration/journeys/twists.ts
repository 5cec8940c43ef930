import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Act } from '#workflows/kit/messages.js';
import type { PersonId, Role } from '#workflows/kit/people.js';
import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import { alma } from './cast.js';

/** Does something otherwise; `usual` is what the person would do as a rule. */
export type Turn = (item: OpenItem, usual: () => Play) => Play;

/** What somebody does on a case without being asked. */
export interface Deed {
  readonly on: CivilDate;
  readonly by: PersonId;
  readonly roles: readonly Role[];
  readonly act: Act;
}

/** How one journey differs from a usual one; days count from the first day of the cohort. */
export interface Twist {
  readonly turns?: (startsOn: CivilDate) => Readonly<Record<string, Turn>>;
  readonly deeds?: (startsOn: CivilDate, owner: PersonId) => readonly Deed[];
}

const manager = { by: alma, roles: ['programManager'] } as const;

/** For so many days; only the class of the cause is kept, never a medical one. */
export function pauses(from: number, days: number, cause: string): Twist {
  return {
    deeds: (startsOn) => {
      const until = addDays(startsOn, from + days);
      const pause = { kind: 'pause', cause, reason: 'Le parcours reprendra au même point.', until } as const;
      const resume = { kind: 'resume', reason: 'La personne est de retour.' } as const;
      return [
        { on: addDays(startsOn, from), ...manager, act: { kind: 'intervene', intervention: pause } },
        { on: until, ...manager, act: { kind: 'intervene', intervention: resume } },
      ];
    },
  };
}

export const leaves = (day: number): Twist => ({
  deeds: (startsOn, owner) => [
    {
      on: addDays(startsOn, day),
      by: owner,
      roles: ['participant'],
      act: { kind: 'happen', id: 'journey-left', data: { endsOn: addDays(startsOn, day + 4) } },
    },
  ],
});

export const switchesTrack = (day: number, track: string): Twist => ({
  deeds: (startsOn, owner) => [
    {
      on: addDays(startsOn, day),
      by: owner,
      roles: ['participant'],
      act: {
        kind: 'happen',
        id: 'track-switch-requested',
        data: { track, why: 'Les premières semaines m’ont montré que l’autre voie correspond mieux à mon futur poste.' },
      },
    },
  ],
});

/** What would be done after that day is not done. */
export const undoneFrom = (day: number, ...keys: readonly string[]): Twist => ({
  turns: (startsOn) => {
    const from = instantAt(addDays(startsOn, day), '00:00');
    const unless: Turn = (item, usual) => {
      const play = usual();
      if (play === 'never') return play;
      const at = item.openedAt + ((play.afterDays ?? 0) * 24 + (play.afterHours ?? 0)) * 3_600_000;
      return at < from ? play : 'never';
    };
    return Object.fromEntries(keys.map((key) => [key, unless]));
  },
});

/** No sign from that day on: nothing in the log, no meeting, nothing handed in; the coach has not called yet. */
export const fallsSilent = (day: number): Twist =>
  undoneFrom(day, 'log-written', 'coach-meeting', 'hand-in-milestone', 'reach-out', 'review-milestone');

/** These kinds of tasks wait for the demonstration's people. */
export const leavesOpen = (...keys: readonly string[]): Twist => ({
  turns: () => Object.fromEntries(keys.map((key): [string, Turn] => [key, () => 'never'])),
});

/** Two of three have signed; the host's copy waits for them. */
export const hostHasNotSigned: Twist = {
  turns: () => ({ 'sign-journey-convention': ({ to }, usual) => (to?.group === 'host' ? 'never' : usual()) }),
};

/** The deliverable of a month is to be taken up again once. */
export const takesUpAgain = (milestone: string, feedback: string): Twist => ({
  turns: () => ({
    'review-milestone': (item, usual) => {
      const { milestone: key, attempt } = item.context as { milestone: string; attempt: number };
      const play = usual();
      return play !== 'never' && key === milestone && attempt === 1 ? { ...play, answer: { verdict: 'again', feedback } } : play;
    },
  }),
});

export const employerRefuses: Twist = {
  turns: () => ({
    'give-agreement': (_item, usual) => {
      const play = usual();
      const reasons = 'Le service perd deux agents cette année et ne peut pas organiser ce remplacement.';
      return play === 'never' ? play : { ...play, answer: { verdict: 'refuse', reasons } };
    },
  }),
};

/** Completed, without a post of the trade by now. */
export const withoutPost: Twist = {
  turns: () => ({
    'record-assignment': (_item, usual) => {
      const play = usual();
      const why = 'Le poste prévu est gelé ; deux entretiens sont prévus dans d’autres services.';
      return play === 'never' ? play : { ...play, answer: { result: 'notYet', why } };
    },
    'answer-follow-up': (_item, usual) => {
      const play = usual();
      const useful = 'Les méthodes servent chaque jour, même hors d’une équipe produit.';
      return play === 'never' ? play : { ...play, answer: { situation: 'otherPost', useful } };
    },
  }),
};
