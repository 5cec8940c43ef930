import { Injectable } from '@nestjs/common';
import { isSiret } from '#workflows/ftap/siret.js';
import type { Intervention, NewOwner } from '#workflows/kit/journal.js';
import type { Addressee } from '#workflows/kit/people.js';
import { CaseAccess, placeOfCase } from '../cases/case-access.js';
import type { Fields } from '../openapi/fields.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import { type CasePlace, isAddressed, rolesOn } from '../permissions/standing.js';
import { actsOnOwnCases } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { SessionService } from '../session/session.service.js';
import { requireStrongAs } from '../session/strong-sign-in.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { InterventionRequest } from './interventions.dto.js';

@Injectable()
export class InterventionsService {
  constructor(
    private readonly access: CaseAccess,
    private readonly engine: CaseEngine,
    private readonly sessions: SessionService,
  ) {}

  /** The procedure's policy, which the case itself applies, says whether this is done, asked for or refused. */
  async intervene(viewer: Viewer, ref: string, key: string, request: InterventionRequest): Promise<Receipt> {
    const one = await this.access.read(viewer, ref, 'intervene');
    const place = placeOfCase(one);
    const roles = rolesOn(place, viewer, 'intervene');
    for (const role of roles) requireStrongAs(role, viewer);
    const intervention = interventionOf(request);
    if (intervention.kind === 'reassign') await this.requireColleague(place, intervention.to);
    if (intervention.kind === 'transfer') await this.requireOwner(intervention);
    return this.engine.act(ref, {
      key,
      by: viewer.id,
      roles,
      act: { kind: 'intervene', intervention },
    });
  }

  /** Whoever takes a case over must be able to act on it as its owner. */
  private async requireOwner({ owner, siret }: NewOwner) {
    const person = await this.sessions.viewerById(owner);
    const fields = {
      ...(!person?.grants.some(({ role }) => actsOnOwnCases(role)) && { owner: 'Cette personne ne peut pas porter de dossier.' }),
      ...(!isSiret(siret) && { siret: 'Ce numéro SIRET n’est pas valide\u00a0: vérifiez ses 14 chiffres.' }),
    };
    if (Object.keys(fields).length > 0) throw new Problem('invalid', { fields });
  }

  /** A task given to nobody who could answer it would hold the case up. */
  private async requireColleague(place: CasePlace, to: Addressee) {
    if (to.person === undefined) return;
    const colleague = await this.sessions.viewerById(to.person);
    if (!colleague || !isAddressed(place, colleague, to))
      throw new Problem('invalid', { fields: { 'to.person': 'Cette personne n’a pas ce rôle sur ce dossier.' } });
  }
}

/** Only the fields of its kind, so that nothing else enters the journal. The DTO has checked that they are there. */
function interventionOf({
  kind,
  reason,
  cause,
  basis,
  until,
  id,
  term,
  to,
  answer,
  owner,
  bodyName,
  siret,
  revision,
}: InterventionRequest): Intervention {
  switch (kind) {
    case 'withdraw':
    case 'resume':
      return { kind, reason };
    case 'pause':
      return { kind, reason, cause: given(cause), ...(basis !== undefined && { basis }), ...(until !== undefined && { until }) };
    case 'extend':
      return { kind, reason, id: given(id), term: { ...given(term), clock: 'service' } };
    case 'reassign':
      return { kind, reason, id: given(id), to: { ...given(to) } };
    case 'correct':
      return { kind, reason, id: given(id), answer: answer ?? {} };
    case 'transfer':
      return { kind, reason, owner: given(owner), bodyName: given(bodyName), siret: given(siret) };
    case 'adopt':
      return { kind, reason, revision: given(revision) };
  }
}

function given<T>(value: T | undefined): Fields<T> {
  if (value === undefined) throw new Error('The DTO let an incomplete intervention through.');
  return value;
}
