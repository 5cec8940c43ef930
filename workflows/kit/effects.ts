import { CancellationScope, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { CaseRun } from './case-run.js';
import type { Entry } from './journal.js';
import type { CaseActivities, CaseStart } from './messages.js';

const { deliver } = proxyActivities<Pick<CaseActivities, 'deliver'>>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '5 seconds', maximumInterval: '1 hour' },
});

const withEffect: ReadonlySet<Entry['type']> = new Set(['told', 'produced', 'informed', 'asked', 'expected', 'reminded', 'escalated']);

/** Entries that somebody outside must learn of: a mail, a letter, another case. */
export const hasEffect = (entry: Entry): boolean => withEffect.has(entry.type) && !(entry.type === 'expected' && entry.optional);

/** Effects under way. They never hold a story up; only the end of the workflow waits for them. */
export class Effects {
  private readonly scopes = new Map<number, CancellationScope>();

  constructor(private readonly start: CaseStart) {}

  deliver(run: CaseRun, entry: Entry): void {
    const scope = new CancellationScope();
    this.scopes.set(entry.seq, scope);
    const { ref, procedure } = this.start;
    const order = { ref, procedure, revision: run.procedure.revision, summary: run.summary, entry };
    scope
      .run(() => deliver(order))
      .then(
        () => void this.scopes.delete(entry.seq),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  /** After a continue-as-new: what had not been delivered is tried again; the ledger keeps it from leaving twice. */
  resume(run: CaseRun): void {
    for (const seq of this.start.carried?.effects ?? []) {
      const entry = run.journal[seq - 1];
      if (entry) this.deliver(run, entry);
    }
  }

  retry(run: CaseRun, seq: number): void {
    const entry = run.journal[seq - 1];
    this.abandon(seq);
    if (entry) this.deliver(run, entry);
  }

  abandon(seq: number): void {
    this.scopes.get(seq)?.cancel();
    this.scopes.delete(seq);
  }

  isUnder(seq: number): boolean {
    return this.scopes.has(seq);
  }

  underWay(): number[] {
    return [...this.scopes.keys()];
  }

  areDelivered(): boolean {
    return this.scopes.size === 0;
  }
}
