import { Injectable } from '@nestjs/common';
import type { Call } from '#prisma/generated/client.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { procedureInForce } from '#workflows/catalogue.js';
import { ineligibleFields } from '#workflows/ftap/eligibility.js';
import { isOpen } from '../calls/call-view.js';
import { PrismaService } from '../database/prisma.service.js';
import { requireAttached } from '../documents/attached.js';
import { documentIds, formErrors } from '../forms/form-shape.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { applicationForm, caseInput } from './application-form.js';
import { DraftAccess, type SharedDraft } from './draft-access.js';
import { conditionsOf, contentOf } from './draft-view.js';
import type { Filed } from './drafts.dto.js';

/**
 * From draft to case. Everything that can be refused is refused on the draft; then the reference is reserved, and the case started
 * under it. Whoever tries again, with the same key or another, after a crash or a slow answer, gets the same reference.
 */
@Injectable()
export class FilingService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: DraftAccess,
    private readonly engine: CaseEngine,
  ) {}

  async file(viewer: Viewer, draftId: string): Promise<Filed> {
    const draft = await this.access.withRight(viewer, draftId, 'signatory');
    const call = await this.access.callOf(draft);
    if (draft.caseRef === null) await this.check(draft, call);
    const ref = draft.caseRef ?? (await this.reserve(draft));
    if (!(await this.prisma.caseFile.findUnique({ where: { ref }, select: { ref: true } }))) await this.open(viewer, draft, call, ref);
    return { ref };
  }

  private async check(draft: SharedDraft, call: Call) {
    if (!isOpen(call)) throw new Problem('callNotOpen');
    const ineligible = ineligibleFields(conditionsOf(draft, call));
    if (Object.keys(ineligible).length > 0) throw new Problem('notEligible', { fields: ineligible });
    const form = applicationForm(call);
    const incomplete = formErrors(form, contentOf(draft));
    if (Object.keys(incomplete).length > 0) throw new Problem('draftIncomplete', { fields: incomplete });
    await requireAttached(this.prisma, { draftId: draft.id }, documentIds(form, contentOf(draft)));
  }

  /** Gives the draft its reference, and its pieces and people to the case; from here on they do not change. */
  private reserve({ id, version, procedure }: SharedDraft): Promise<string> {
    return this.prisma.$transaction(async (transaction) => {
      const [numbered] = await transaction.$queryRaw<{ number: bigint }[]>`SELECT nextval('case_number') AS number`;
      const ref = caseRef(procedure, numbered?.number ?? 0n);
      const { count } = await transaction.draft.updateMany({ where: { id, version, caseRef: null }, data: { caseRef: ref } });
      if (count === 0) {
        const now = await transaction.draft.findUniqueOrThrow({ where: { id } });
        if (now.caseRef !== null) return now.caseRef;
        throw new Problem('draftChanged', { version: now.version });
      }
      await transaction.document.updateMany({ where: { draftId: id }, data: { caseRef: ref } });
      await transaction.participation.updateMany({ where: { draftId: id }, data: { caseRef: ref } });
      return ref;
    });
  }

  private async open(viewer: Viewer, draft: SharedDraft, call: Call, ref: string) {
    const procedure = procedureInForce(draft.procedure, civilDateAt(Date.now()));
    if (!procedure) throw new Problem('callNotOpen');
    const application = applicationForm(call).parse(contentOf(draft));
    // Read again: the people are settled since the reference is given.
    const shared = await this.prisma.participation.findMany({ where: { caseRef: ref }, orderBy: { personId: 'asc' } });
    const coApplicants = shared.map(({ personId }) => personId);
    const input = procedure.input.parse(caseInput(call, { owner: draft.ownerId, coApplicants, application }));
    await this.engine.open({ procedure: procedure.id, revision: procedure.revision, ref, input, by: viewer.id });
  }
}

/** FTAP-2026-000123: people read it aloud, so it is short; the year is that of filing. */
const caseRef = (procedure: string, number: bigint) =>
  `${procedure.toUpperCase()}-${civilDateAt(Date.now()).slice(0, 4)}-${String(number).padStart(6, '0')}`;
