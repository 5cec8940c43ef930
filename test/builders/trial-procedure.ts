import { z } from 'zod';
import { days, months, workingDays } from '../../workflows/calendar/term.js';
import { choice, longText, yesNo } from '../../workflows/kit/fields.js';
import { defineEvent, defineTask, type Procedure } from '../../workflows/kit/procedure.js';
import type { CaseFile, ClockType, DocumentType } from '../../workflows/kit/case-file.js';
import type { Outcome } from '../../workflows/kit/journal.js';

/** A small invented procedure that uses every verb of the vocabulary: the kit's own tests run on it. */
export interface TrialInput {
  readonly owner: string;
  readonly experts: number;
  readonly cohortStarts?: string;
  readonly withChild?: boolean;
}

const stages = {
  check: { id: 'check', label: 'Vérification' },
  study: { id: 'study', label: 'Étude' },
  result: { id: 'result', label: 'Résultat' },
} as const;

export const check = defineTask<{ verdict: 'complete' | 'pieces' }>({
  key: 'check',
  label: 'Vérifier',
  form: z.object({ verdict: choice({ complete: 'Complet', pieces: 'Pièces manquantes' }, { label: 'Avis' }) }),
});
export const pieces = defineTask<{ note: string }>({
  key: 'pieces',
  label: 'Compléter',
  form: z.object({ note: longText({ label: 'Note' }) }),
});
export const opinion = defineTask<{ favourable: boolean }>({
  key: 'opinion',
  label: 'Avis',
  form: z.object({ favourable: yesNo({ label: 'Favorable' }) }),
});
export const mark = defineTask<{ mark: number }, { max: number }>({
  key: 'mark',
  label: 'Noter',
  form: ({ max }) => z.object({ mark: z.number().int().min(0).max(max) }),
});
export const signature = defineEvent<{ on: string }>({ key: 'signature', label: 'Signature', form: z.object({ on: z.string() }) });
export const objection = defineEvent<{ why: string }>({
  key: 'objection',
  label: 'Objection',
  form: z.object({ why: longText({ label: 'Motif' }) }),
});
const decisionClock: ClockType = { key: 'decision', label: 'Délai de décision', atExpiry: 'Rejet implicite', watchedBy: 'programManager' };
const letter: DocumentType = { key: 'letter', label: 'Lettre' };

async function story(file: CaseFile, input: TrialInput): Promise<Outcome> {
  file.enter(stages.check);
  const clock = file.clock(decisionClock, { from: file.today(), term: months(2, { clock: 'legal', basis: 'CRPA L231-4' }) });
  for (;;) {
    const { answer } = await file.ask(check, { to: { role: 'reviewer' }, within: workingDays(5) });
    if (answer.verdict === 'complete') break;
    const sent = await file.ask(pieces, {
      to: { role: 'applicant' },
      within: days(30, { clock: 'legal' }),
      onLapse: 'lapse',
      stops: { clocks: [clock], cause: 'Attente de pièces', basis: 'CRPA L114-5' },
    });
    if (sent.kind === 'lapsed') return { kind: 'abandoned' };
  }
  file.enter(stages.study);
  const [opinions, marks] = await Promise.all([
    file.askAll(opinion, {
      to: Array.from({ length: input.experts }, () => ({ role: 'expert' as const })),
      within: workingDays(10),
      onLapse: 'waive',
      quorum: 2,
    }),
    file.askAll(mark, {
      to: [{ role: 'reviewer' }, { role: 'reviewer' }],
      within: workingDays(8),
      context: { max: 20 },
      differentPeople: true,
      seal: 'marks',
    }),
  ]);
  file.measure('opinions', opinions.filter((one) => one.kind === 'answered').length, 'avis');
  if (input.cohortStarts !== undefined) await file.wait(input.cohortStarts, 'cohort');
  await file.wait(days(3), 'cooling');
  if (input.withChild) {
    const child = file.open({ id: 'trial', revision: 'r1' }, { owner: input.owner, experts: 0 });
    file.measure('child', (await child.outcome).kind === 'granted' ? 1 : 0, 'dossier');
  }
  file.enter(stages.result);
  file.produce(letter, { late: clock.expired() });
  clock.end();
  const signing = file.expect(signature, { from: { role: 'applicant' }, within: workingDays(30), onLapse: 'lapse' });
  const objecting = file.expect(objection, { from: { role: 'reviewer' }, optional: true, until: signing });
  const objected = await Promise.race([
    signing.then(() => undefined),
    objecting.then((one) => (one.kind === 'happened' ? one : undefined)),
  ]);
  if (objected) {
    file.clear();
    file.inform('TRIAL-2026-000009', 'objected', { ref: file.ref }, objected.by);
    return { kind: 'objected' };
  }
  const signed = await signing;
  file.tell({ role: 'applicant' }, 'result', { signed: signed.kind });
  const total = marks.reduce((sum, one) => sum + (one.kind === 'answered' ? one.answer.mark : 0), 0);
  return { kind: total >= 20 && signed.kind === 'happened' ? 'granted' : 'refused' };
}

export const trial: Procedure<TrialInput> = {
  id: 'trial',
  revision: 'r1',
  label: 'Procédure d’essai',
  inForceFrom: '2024-01-01',
  input: z.object({ owner: z.string(), experts: z.number(), cohortStarts: z.string().optional(), withChild: z.boolean().optional() }),
  story,
  stages,
  tasks: [check, pieces, opinion, mark],
  events: [signature, objection],
  clocks: [decisionClock],
  documents: [letter],
  outcomes: { granted: 'Accordé', refused: 'Refusé', abandoned: 'Sans suite', objected: 'Objection retenue' },
  waits: { cohort: 'Début de la cohorte', cooling: 'Temps de réflexion' },
  summarise: ({ owner }) => ({ title: 'Essai', owner }),
  whenWithdrawn: (file) => {
    file.tell({ role: 'reviewer' }, 'withdrawn');
  },
};
