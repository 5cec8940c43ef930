import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import type pg from 'pg';
import { expertGroups, reviewersGroup } from '#prisma/seed-people.js';
import { aCall, ftapInput, grid } from '../test/builders/ftap.js';
import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import { hasEffect } from '#workflows/kit/effects.js';
import type { Entry } from '#workflows/kit/journal.js';
import { type ActReceipt, type ActRequest, type CaseStart, updates } from '#workflows/kit/messages.js';
import type { Role } from '#workflows/kit/people.js';

interface Answer {
  readonly id: string;
  readonly by: string;
  readonly role: Role;
  readonly answer: unknown;
}

const opinion = { opinion: 'favourable', reasons: 'Le dispositif se transpose sans difficulté à d’autres administrations.' };

/** Grants of the demonstration desk, from the application filed to the last expert's opinion: five answers by real people. */
export class GrantsToAnswer {
  private constructor(
    private readonly client: Client,
    private readonly input: FtapInput,
    readonly answers: readonly Answer[],
  ) {}

  static async with(client: Client, pool: pg.Pool): Promise<GrantsToAnswer> {
    const { rows } = await pool.query<{ id: string; role: Role; group_name: string | null }>(
      `SELECT p.id, g.role, g.group_name FROM person p JOIN "grant" g ON g.person_id = p.id ORDER BY p.email`,
    );
    const [owner] = rows.filter(({ role }) => role === 'applicant');
    const [first, second] = rows.filter(({ role }) => role === 'reviewer');
    const experts = expertGroups.map((group) => rows.find(({ role, group_name }) => role === 'expert' && group_name === group));
    const { rows: calls } = await pool.query<{ id: string }>('SELECT id FROM call LIMIT 1');
    if (!owner || !first || !second || !calls[0]) throw new Error('The demonstration people and calls are missing.');
    const call = aCall({ reviewersGroup, expertGroups, committeeDates: [addDays(civilDateAt(Date.now()), 90)] });
    const input = { ...ftapInput(), call, callId: calls[0].id, owner: owner.id };
    return new GrantsToAnswer(client, input, [
      { id: 'check-completeness-1', by: first.id, role: 'reviewer', answer: { verdict: 'complete' } },
      { id: 'score-application-1', by: first.id, role: 'reviewer', answer: grid(14) },
      { id: 'score-application-2', by: second.id, role: 'reviewer', answer: grid(15) },
      ...experts.map((expert, n) => ({ id: `expert-opinion-${n + 1}`, by: expert?.id ?? '', role: 'expert' as const, answer: opinion })),
    ]);
  }

  /** As the back office opens a case: resolves once its first entries are committed. */
  async open(ref: string): Promise<void> {
    const start: CaseStart = { procedure: 'ftap', revision: 'r1', ref, input: this.input, by: this.input.owner };
    const startWorkflowOperation = new WithStartWorkflowOperation('ftap', {
      workflowId: ref,
      taskQueue: 'jalon',
      workflowIdConflictPolicy: 'FAIL',
      args: [start],
    });
    await this.client.workflow.executeUpdateWithStart<Workflow, ActReceipt, []>(updates.opened, { startWorkflowOperation, args: [] });
  }

  /** The nth answer: resolves once it is committed. */
  async answer(ref: string, nth: number): Promise<void> {
    const next = this.answers[nth];
    if (!next) throw new RangeError(`There is no answer ${nth}.`);
    const { id, by, role, answer } = next;
    const request: ActRequest = { key: randomUUID(), by, roles: [role], receivedAt: Date.now(), act: { kind: 'answer', id, answer } };
    const handle = this.client.workflow.getHandle(ref);
    await handle.executeUpdate<ActReceipt, [ActRequest]>(updates.act, { updateId: request.key, args: [request] });
  }
}

/** Resolves once every mail and letter of these cases has left. */
export async function effectsDelivered(pool: pg.Pool, refs: readonly string[]): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ entry: Entry; status: string | null; last_error: string | null }>(
      `SELECT j.entry, e.status, e.last_error FROM journal j LEFT JOIN effect e ON e.case_ref = j.case_ref AND e.seq = j.seq
       WHERE j.case_ref = ANY($1) AND e.status IS DISTINCT FROM 'done'`,
      [refs],
    );
    const failing = rows.find(({ status }) => status === 'failing');
    if (failing) throw new Error(`An effect fails: ${failing.last_error ?? ''}`);
    if (!rows.some(({ entry }) => hasEffect(entry))) return;
    await after(100);
  }
}
