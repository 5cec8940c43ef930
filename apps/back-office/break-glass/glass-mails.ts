import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { breakGlassMail } from '#activities/notify/break-glass-mail.js';
import { type Recipient, recipientsOf } from '#activities/notify/recipients.js';
import { renderMail } from '#activities/notify/render-mail.js';
import { address } from '#activities/notify/transport.js';
import { backOfficeTopics } from '#activities/notify/waiting-mails.js';
import type { Prisma } from '#prisma/generated/client.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Viewer } from '../permissions/viewer.js';
import { procedureOf } from '../procedures.js';

export interface NewGlass {
  readonly id: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
}

/**
 * Mails about an exceptional access. They are written with it, not sent by the engine's effects: an administrator may need the case
 * just because the engine is down, and who answers for it must be told all the same. The worker sends them.
 */
@Injectable()
export class GlassMails {
  constructor(
    private readonly prisma: PrismaService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** To the program managers of the case; where there is none, to the auditors. */
  async recipients(viewer: Viewer, { ref, procedure, view: { summary } }: StoredCase): Promise<Recipient[]> {
    const holding = (role: 'programManager' | 'auditor') =>
      recipientsOf(this.prisma, { ref, procedure, summary }, { role }, [viewer.id]).catch(() => []);
    const managers = await holding('programManager');
    return managers.length > 0 ? managers : holding('auditor');
  }

  async write(
    transaction: Prisma.TransactionClient,
    recipients: readonly Recipient[],
    { id, reason, openedAt, until }: NewGlass,
    { viewer, one }: { readonly viewer: Viewer; readonly one: StoredCase },
  ): Promise<void> {
    const { ref, procedure, revision, view } = one;
    const { JALON_SERVICE: service, JALON_BASE_URL: baseUrl } = this.environment;
    const at = openedAt.getTime();
    const context = { ref, summary: view.summary, on: civilDateAt(at), at, procedure: procedureOf(procedure, revision).label, service };
    const wording = breakGlassMail({ by: viewer.name, reason, openedAt: at, until: until.getTime() });
    const { subject, text, html } = renderMail(wording, context, baseUrl);
    await transaction.mail.createMany({
      data: recipients.map(({ email }) => ({
        id: randomUUID(),
        topic: `${backOfficeTopics.breakGlass}${id}`,
        recipient: address(email),
        subject,
        text,
        html,
      })),
      skipDuplicates: true,
    });
  }
}
