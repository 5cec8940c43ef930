import { z } from 'zod';
import { workingDays } from '../calendar/term.js';
import type { TaskType } from './case-file.js';
import type { CaseRun } from './case-run.js';
import { longText } from './fields.js';
import { decideInterventionKey } from './fold.js';
import { policyOf } from './interventions.js';
import type { Ending } from './item.js';
import type { Intervention } from './journal.js';
import type { PersonId } from './people.js';
import { askOne } from './story-file.js';

export interface InterventionRequest {
  readonly intervention: Intervention;
  readonly by: PersonId;
}

const verdict = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('approve').meta({ label: 'Accorder' }) }).meta({ label: 'Accorder' }),
  z
    .object({
      verdict: z.literal('decline').meta({ label: 'Refuser' }),
      reason: longText({ label: 'Motif du refus', hint: 'La personne qui a fait la demande le lira.' }, { min: 10 }),
    })
    .meta({ label: 'Refuser' }),
]);

/** The second person's task: the kit gives it to every procedure. */
export const decideIntervention: TaskType<z.infer<typeof verdict>, InterventionRequest> = {
  key: decideInterventionKey,
  label: 'Décider d’une demande sur le dossier',
  help: 'Une personne demande d’agir sur ce dossier\u202f; votre accord est nécessaire.',
  form: () => verdict,
};

/** Five working days to decide [D]. */
const termToDecide = workingDays(5);

/** Opens the second person's task; the intervention is done at the moment it is granted. */
export function requestIntervention(run: CaseRun, intervention: Intervention, by: PersonId): void {
  run.emit({ type: 'requested', id: run.nextId('request'), by, intervention });
  const { decidedBy } = policyOf(run.procedure, intervention.kind);
  const decided = (ending: Ending) => {
    if (ending.kind !== 'answered') return;
    const decision = verdict.parse(ending.answer);
    if (decision.verdict === 'approve') run.granted = { intervention, by: ending.by, askedBy: by };
    else
      run.emit({
        type: 'told',
        to: { role: decidedBy, person: by },
        template: 'interventionDeclined',
        data: { kind: intervention.kind, reason: decision.reason },
      });
  };
  askOne(
    run,
    decideIntervention as unknown as TaskType,
    { to: { role: decidedBy }, except: [by], within: termToDecide, context: { intervention, by } },
    decided,
  );
}
