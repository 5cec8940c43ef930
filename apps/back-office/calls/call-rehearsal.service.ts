import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { frenchTerm } from '#workflows/calendar/deadline.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import { procedureInForce } from '#workflows/catalogue.js';
import type { BodyKind } from '#workflows/ftap/body-kinds.js';
import type { CallTerms } from '#workflows/ftap/call-terms.js';
import { typicalInput, typicalPlayer } from '#workflows/ftap/course/index.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import { profileOf } from '#workflows/ftap/legal-profiles.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { rehearse } from '#workflows/kit/rehearsal.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { outcomeLabel } from '../procedures.js';
import { CallAccess } from './call-access.js';
import { termsOf } from './call-terms.js';
import { dayOf } from './call-view.js';
import { callWarnings, type Filed } from './rehearsal-warnings.js';
import type { RehearsalRequest, RehearsalView, RehearsedRegime } from './rehearsal.dto.js';
import { rehearsedStages } from './rehearsed-stages.js';

/** Plays a typical grant under a call's terms, from filing to its last measure, before the call opens. Nothing is written. */
@Injectable()
export class CallRehearsalService {
  constructor(private readonly access: CallAccess) {}

  async rehearse(viewer: Viewer, id: string, { filedOn, bodyKind }: RehearsalRequest): Promise<RehearsalView> {
    const call = await this.access.managed(viewer, id);
    const terms = termsOf(call);
    const [opensOn, closesOn] = [dayOf(call.opensOn), dayOf(call.closesOn)];
    const kind = bodyKind ?? terms.eligibleBodies[0] ?? 'stateService';
    if (!terms.eligibleBodies.includes(kind))
      throw new Problem('invalid', { fields: { bodyKind: 'L’appel n’est pas ouvert à cette nature d’organisme.' } });
    const day = filedOn ?? opensOn;
    const procedure = procedureInForce(call.procedure, day);
    if (!procedure) throw new Problem('invalid', { fields: { filedOn: 'Aucune version de la procédure n’est en vigueur ce jour-là.' } });

    const play = (on: CivilDate) => played(procedure, applied(terms, on, kind), on);
    const asked = await play(day);
    const first = await play(opensOn);
    const last = await play(closesOn);
    const input = applied(terms, day, kind);
    const { amountCents } = input.application.budget;
    const { journal, outcome } = asked.rehearsal;
    const end = journal.at(-1);
    return {
      filedOn: day,
      bodyKind: kind,
      revision: procedure.revision,
      regime: regimeOf(input),
      amountCents,
      stages: rehearsedStages(procedure, journal),
      ...(outcome && end && { outcome: outcomeLabel(procedure, outcome.kind), endsOn: civilDateAt(end.at) }),
      warnings: callWarnings(procedure, terms, { first, last }, amountCents),
    };
  }
}

function applied(terms: CallTerms, on: CivilDate, kind: BodyKind): FtapInput {
  const { application, ...input } = typicalInput(terms, on);
  return { ...input, application: { ...application, body: { ...application.body, kind } } };
}

async function played(procedure: Procedure, input: FtapInput, on: CivilDate): Promise<Filed> {
  const scenario = { name: 'rehearsal of a call', input, start: instantAt(on, '10:00'), play: typicalPlayer, by: input.owner };
  return { on, rehearsal: await rehearse(procedure, scenario) };
}

const silences = {
  rejection: 'Le silence vaut rejet à la fin de ce délai.',
  none: 'Le silence ne vaut pas décision\u00a0: le service répond dans le délai qu’il annonce.',
} as const;
const remedies = {
  court: 'Recours gracieux, puis tribunal administratif.',
  arbitration: 'Entre services de l’État, arbitrage de l’autorité supérieure.',
} as const;

function regimeOf(input: FtapInput): RehearsedRegime {
  const { label, decisionTerm, silence, remedies: remedy } = profileOf(input);
  const basis = decisionTerm.basis === undefined ? '' : ` (${decisionTerm.basis})`;
  return { label, decisionTerm: `${frenchTerm(decisionTerm)}${basis}`, silence: silences[silence], remedies: remedies[remedy] };
}
