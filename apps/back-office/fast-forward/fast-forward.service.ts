import { Inject, Injectable } from '@nestjs/common';
import proto from '@temporalio/proto';
import { randomUUID } from 'node:crypto';
import { setTimeout as moment } from 'node:timers/promises';
import type { CaseView } from '#workflows/kit/case-view.js';
import { signals } from '#workflows/kit/messages.js';
import { CaseAccess } from '../cases/case-access.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { CaseClock } from '../temporal/case-clock.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { TemporalClient } from '../temporal/temporal-client.js';
import type { CaseToday, FastForward } from './fast-forward.dto.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Skipping a year takes well under a second; a case that is busy sending may hold it up. */
const patienceMs = 20_000;

/**
 * Lets time pass in one case: the development server skips time for one workflow (`timeSkippingConfig`, set by
 * `updateWorkflowExecutionOptions`; the SDK knows it in its protobuf only). The case then runs ahead of the server's clock; its lead is
 * kept, so that what people do to it afterwards is dated by its own time.
 */
@Injectable()
export class FastForwardService {
  constructor(
    private readonly access: CaseAccess,
    private readonly temporal: TemporalClient,
    private readonly engine: CaseEngine,
    private readonly clock: CaseClock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async advance(viewer: Viewer, ref: string, { to, days }: FastForward): Promise<CaseToday> {
    if (!this.environment.JALON_DEMONSTRATION) throw new Problem('demonstrationOnly');
    if ((to === undefined) === (days === undefined)) throw new Problem('invalid', { fields: { days: 'Indiquez un nombre de jours.' } });
    const { view, status } = await this.access.read(viewer, ref, 'fast-forward');
    if (status === 'closed') throw new Problem('caseClosed');
    const now = await this.clock.now(ref);
    const target = days === undefined ? nextDate(view, now) : now + days * dayMs;
    if (target === undefined) throw new Problem('nothingAhead');
    if (view.waits.some(({ kind }) => kind === 'child')) await this.beginAnew(ref);
    await this.clock.set(ref, await this.skip(ref, target - now));
    // Answered only after everything that was due has been done and committed.
    await this.engine.view(ref).catch((error: unknown) => {
      if (!(error instanceof Problem && error.code === 'caseClosed')) throw error;
    });
    return { today: await this.clock.today(ref) };
  }

  /** The server skips no time for a run that started children which are still open: the case goes on in another run, as it does when it is long. */
  private async beginAnew(ref: string): Promise<void> {
    const handle = (await this.temporal.client()).workflow.getHandle(ref);
    const { runId } = await handle.describe();
    await handle.signal(signals.anew);
    for (let tries = 0; tries < 100 && (await handle.describe()).runId === runId; tries++) await moment(50);
  }

  /** Returns the instant that was reached. */
  private async skip(ref: string, milliseconds: number): Promise<number> {
    const { workflowService } = this.temporal.plainConnection();
    const on = { namespace: this.environment.TEMPORAL_NAMESPACE, workflowExecution: { workflowId: ref } };
    const fastForwardId = randomUUID();
    const duration = proto.google.protobuf.Duration.fromObject({ seconds: Math.ceil(milliseconds / 1_000) });
    return this.temporal.plainConnection().withDeadline(Date.now() + patienceMs, async () => {
      try {
        await workflowService.updateWorkflowExecutionOptions({
          ...on,
          workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration } } },
          updateMask: { paths: ['time_skipping_config'] },
        });
        const { fastForwardInfo } = await workflowService.pollWorkflowExecutionTimeSkipping({ ...on, fastForwardId });
        return Number(fastForwardInfo?.targetTime?.seconds ?? 0) * 1_000;
      } catch (error) {
        throw new Problem('engineDown', { cause: error, help: 'Le serveur Temporal ne sait pas avancer ce dossier : réessayez.' });
      }
    });
  }
}

/** Just after the earliest date that the case waits for. */
function nextDate({ waits }: CaseView, now: number): number | undefined {
  const dates = waits.flatMap(({ due, stopped }) => (due && !stopped && due.firesAt > now ? [due.firesAt] : []));
  return dates.length === 0 ? undefined : Math.min(...dates) + minuteMs;
}
