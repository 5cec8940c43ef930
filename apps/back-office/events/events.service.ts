import { Injectable } from '@nestjs/common';
import { eventOf } from '#workflows/catalogue.js';
import type { Role } from '#workflows/kit/people.js';
import { PrismaService } from '../database/prisma.service.js';
import { CaseAccess, placeOfCase } from '../cases/case-access.js';
import { requireAttached } from '../documents/attached.js';
import { documentIds } from '../forms/form-shape.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import { rolesOn, whyNotAnswer } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { procedureOf } from '../procedures.js';
import { CaseEngine } from '../temporal/case-engine.js';

@Injectable()
export class EventsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly engine: CaseEngine,
  ) {}

  /** Tells the case that something it expects has happened. Only the case knows whether it still does. */
  async confirm(viewer: Viewer, ref: string, item: string, key: string, data: Record<string, unknown>): Promise<Receipt> {
    const one = await this.access.read(viewer, ref);
    const place = placeOfCase(one);
    const wait = one.view.waits.find(({ id, kind }) => id === item && kind === 'event');
    if (wait?.who) {
      const refused = whyNotAnswer(place, viewer, wait.who, { except: [], answeredAs: await this.answeredAs(viewer, ref) });
      if (refused) throw new Problem(refused);
      const form = eventOf(procedureOf(one.procedure, one.revision), wait.key)?.form(wait.context);
      if (form) await requireAttached(this.prisma, { caseRef: ref }, documentIds(form, data));
    }
    return this.engine.act(ref, {
      key,
      by: viewer.id,
      roles: rolesOn(place, viewer, 'answer task'),
      act: { kind: 'happen', id: item, data },
    });
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
