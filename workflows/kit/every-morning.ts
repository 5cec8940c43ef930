import { ActivityFailure, continueAsNew, log, proxyActivities, sleep } from '@temporalio/workflow';
import { addDays, type CivilDate, type Instant } from '../calendar/civil-date.js';
import { civilDateAt, instantAt } from '../calendar/paris-time.js';

/** What is done once a day for the whole service, outside any case. Each must do nothing more when it is done twice on one day. */
export interface MorningActivities {
  /** Reminds those whose applications are not filed that their call is about to close. */
  remindDrafts(today: CivilDate): Promise<void>;
  /** Foretells every running case anew, as a day has passed. */
  refreshForecasts(today: CivilDate): Promise<void>;
  /** Keeps the clocks of closed cases: announces the end of their retention, destroys what is over, removes old logs. */
  keepRetention(today: CivilDate): Promise<void>;
}

const activities = proxyActivities<MorningActivities>({
  startToCloseTimeout: '10 minutes',
  // What cannot be done in a day is left to the next morning, which does what is still due.
  scheduleToCloseTimeout: '20 hours',
  retry: { initialInterval: '30 seconds', maximumInterval: '1 hour' },
});

/** Nine in the morning in Paris, when other reminders go out too: the first one after `now`. */
export function nextMorning(now: Instant): Instant {
  const today = civilDateAt(now);
  const morning = instantAt(today, '09:00');
  return now < morning ? morning : instantAt(addDays(today, 1), '09:00');
}

/**
 * A workflow that has an activity done when it starts and then every morning, for ever. It needs no scheduler: its timer survives
 * restarts as a case's does, and a morning that everything was down for is made up for at the return.
 */
export function everyMorning(activity: keyof MorningActivities): () => Promise<void> {
  const workflow = async (): Promise<void> => {
    try {
      await activities[activity](civilDateAt(Date.now()));
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.error(`${activity} was not done today`);
    }
    const now = Date.now();
    await sleep(nextMorning(now) - now);
    await continueAsNew<typeof workflow>();
  };
  return workflow;
}
