import type { Answered, AskOptions, CaseFile, Lapsed, TaskType } from '../../kit/case-file.js';
import type { Journey } from '../journey.js';
import { arrivalOf } from '../signal.js';

/**
 * Asks whoever coaches the participant. What is still open when the coach changes passes to the new one at the end of the overlap, with
 * a term of its own. Lapsed: `until` came first. Who answers has coached the participant, and will not judge them.
 */
export async function askCoach<A, C = undefined>(
  file: CaseFile,
  journey: Journey,
  task: TaskType<A, C>,
  { until, ...options }: Pick<AskOptions<C>, 'within' | 'by' | 'context' | 'onLapse' | 'reminders' | 'until'>,
): Promise<Answered<A> | Lapsed> {
  const isOver = arrivalOf(until ?? new Promise<never>(() => undefined));
  for (;;) {
    const handedOver = journey.handedOver.next;
    const passesOn = arrivalOf(handedOver);
    const reply = await file.ask(task, {
      ...options,
      to: journey.toCoach,
      until: until ? Promise.race([until, handedOver]) : handedOver,
    });
    if (reply.kind === 'answered') journey.coaches.add(reply.by);
    if (reply.kind === 'answered' || isOver() || !passesOn()) return reply;
  }
}
