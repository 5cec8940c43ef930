import { addDays, type CivilDate } from '../../calendar/civil-date.js';
import type { Player } from '../../kit/rehearsal.js';
import type { CallTerms } from '../call-terms.js';
import type { FtapInput } from '../input.js';
import { committee } from './committee.js';
import { aFileId, type Course } from './course.js';
import { decision } from './decision.js';
import { money } from './money.js';
import { project } from './project.js';
import { study } from './study.js';

const approval: Course = {
  'decide-intervention': () => ({ afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }),
};

/** How everybody acts when a grant goes well, and how soon: what a call is rehearsed with before it opens. */
export const typicalCourse: Course = { ...study, ...committee, ...decision, ...money, ...project, ...approval };

/** Plays the typical course; what nobody has to do is not done. */
export const typicalPlayer: Player = (item) => typicalCourse[item.key]?.(item) ?? 'never';

/** An application as the call expects them, filed on a day: half-way between floor and ceiling, and the project begins half a year later. */
export function typicalInput(call: CallTerms, filedOn: CivilDate): FtapInput {
  const amountCents = Math.round((call.floorCents + call.ceilingCents) / 2);
  return {
    call,
    callId: 'call-1',
    callVersion: 1,
    owner: 'applicant-1',
    coApplicants: [],
    application: {
      project: {
        title: 'Un projet type',
        summary: 'Un projet de formation comme l’appel les attend, pour montrer le déroulement de la procédure.',
        audience: 'Agents de toutes les catégories.',
        startsOn: addDays(filedOn, 182),
        durationMonths: Math.max(call.durationMonths.min, Math.min(12, call.durationMonths.max)),
      },
      body: {
        name: 'Organisme type',
        siret: '99900001100018',
        kind: call.eligibleBodies[0] ?? 'operator',
        contactEmail: 'formation@exemple.gouv.invalid',
      },
      budget: { lines: [{ label: 'Conception', amountCents: Math.ceil(amountCents / call.rate), eligible: true }], amountCents },
      effects: {
        promised: [
          {
            kind: 'agentsTrained',
            indicator: 'Agents formés',
            unit: 'agents',
            baseline: 0,
            target: 400,
            method: 'Décompte des attestations de fin de formation.',
            owner: 'Service de la formation',
            evidence: 'Extraction de la plateforme de formation',
          },
        ],
      },
      pieces: Object.fromEntries(call.requiredPieces.map(({ key, essential }) => [key, essential ? [aFileId] : []])),
      commitments: { reuse: true, sincere: true },
    },
  };
}
