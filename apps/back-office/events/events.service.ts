import { Injectable } from '@nestjs/common';
import { eventOf } from '#workflows/catalogue.js';
import { taskId } from '#activities/journal/rows.js';
import type { Wait } from '#workflows/kit/case-view.js';
import type { Role } from '#workflows/kit/people.js';
import { PrismaService } from '../database/prisma.service.js';
import { CaseAccess, placeOfCase, type StoredCase } from '../cases/case-access.js';
import type { EventDraft } from './events.dto.js';
import { requireAttached } from '../documents/attached.js';
import { documentIds } from '../forms/form-shape.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import { rolesOn, whyNotAnswer } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { procedureOf } from '../procedures.js';
import { requireStrongAs } from '../session/strong-sign-in.js';
import { AnswerDraftsService } from '../tasks/answer-drafts.service.js';
import type { AnswerDraft, AnswerDraftVersion } from '../tasks/tasks.dto.js';
import { CaseEngine } from '../temporal/case-engine.js';

@Injectable()
export class EventsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly engine: CaseEngine,
    private readonly drafts: AnswerDraftsService,
  ) {}

  /** Tells the case that something it expects has happened. Only the case knows whether it still does. */
  async confirm(viewer: Viewer, ref: string, item: string, key: string, data: Record<string, unknown>): Promise<Receipt> {
    const one = await this.access.read(viewer, ref);
    const wait = await this.recordable(viewer, one, item);
    if (wait?.who) requireStrongAs(wait.who.role, viewer);
    const form = wait && eventOf(procedureOf(one.procedure, one.revision), wait.key)?.form(wait.context);
    if (form) await requireAttached(this.prisma, { caseRef: ref }, documentIds(form, data));
    const roles = rolesOn(placeOfCase(one), viewer, 'answer task');
    return this.drafts.whileSending(viewer, taskId(ref, item), data, () =>
      this.engine.act(ref, { key, by: viewer.id, roles, act: { kind: 'happen', id: item, data } }),
    );
  }

  /** What this person has begun to write about the event. */
  async draft(viewer: Viewer, ref: string, item: string): Promise<EventDraft> {
    await this.access.read(viewer, ref);
    return this.drafts.read(viewer, taskId(ref, item));
  }

  /** Keeps what is being written; refused once the case no longer takes the event from this person. */
  async keep(viewer: Viewer, ref: string, item: string, draft: AnswerDraft): Promise<AnswerDraftVersion> {
    const one = await this.access.read(viewer, ref);
    if (!(await this.recordable(viewer, one, item))) throw new Problem('taskNotOpen');
    return this.drafts.keep(viewer, taskId(ref, item), draft);
  }

  /** The event as the case expects it; undefined when it no longer does. Throws when it is not this person's to record. */
  private async recordable(viewer: Viewer, one: StoredCase, item: string): Promise<Wait | undefined> {
    const wait = one.view.waits.find(({ id, kind }) => id === item && kind === 'event');
    if (!wait?.who) return undefined;
    const event = eventOf(procedureOf(one.procedure, one.revision), wait.key);
    if (event?.watchedBy !== undefined) throw new Problem('broughtElsewhere', event.help === undefined ? {} : { help: event.help });
    const answeredAs = await this.answeredAs(viewer, one.ref);
    const refused = whyNotAnswer(placeOfCase(one), viewer, wait.who, { except: [], answeredAs });
    if (refused) throw new Problem(refused);
    return wait;
  }

  private async answeredAs(viewer: Viewer, ref: string): Promise<Role[]> {
    const tasks = await this.prisma.task.findMany({
      where: { caseRef: ref, answeredBy: viewer.id },
      select: { role: true },
      distinct: ['role'],
    });
    return tasks.map(({ role }) => role as Role);
  }
}
