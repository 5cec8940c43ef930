import { z } from 'zod';
import { workingDays } from '#workflows/calendar/term.js';
import type { Story } from '#workflows/kit/case-file.js';
import { choice, civilDateField, longText, text } from '#workflows/kit/fields.js';
import { defineEvent, defineTask, type Procedure } from '#workflows/kit/procedure.js';

const input = z.object({ owner: z.uuid(), course: text({ label: 'Formation demandée' }) });
const stages = { agreement: { id: 'agreement', label: 'Accord de l’employeur' }, session: { id: 'session', label: 'Session' } };
const agree = defineTask({
  key: 'agree',
  label: 'Donner l’accord de l’employeur',
  form: z.object({ verdict: choice({ agree: 'Accord', refuse: 'Refus' }, { label: 'Réponse' }), reasons: longText({ label: 'Motifs' }) }),
});
const enrolled = defineEvent({ key: 'enrolled', label: 'Inscription', form: z.object({ startsOn: civilDateField({ label: 'Début' }) }) });

const train: Story<z.infer<typeof input>> = async (file) => {
  file.enter(stages.agreement);
  const reply = await file.ask(agree, { to: { role: 'employer' }, within: workingDays(20), onLapse: 'lapse' });
  if (reply.kind === 'lapsed') return { kind: 'noAnswer' };
  if (reply.answer.verdict === 'refuse') return { kind: 'refused', reason: reply.answer.reasons };
  file.enter(stages.session);
  const { data } = await file.expect(enrolled, { from: { role: 'programManager' }, within: workingDays(10) });
  file.tell({ role: 'participant' }, 'enrolled', data);
  await file.wait(data.startsOn, 'session');
  return { kind: 'trained' };
};

export const trainingR1: Procedure<z.infer<typeof input>> = {
  id: 'training',
  revision: 'r1',
  label: 'Demande de formation',
  inForceFrom: '2026-01-01',
  input,
  story: train,
  stages,
  tasks: [agree],
  events: [enrolled],
  clocks: [],
  documents: [],
  outcomes: { noAnswer: 'Sans réponse de l’employeur', refused: 'Refusée', trained: 'Formation commencée' },
  waits: { session: 'Début de la session' },
  summarise: ({ owner, course }) => ({ title: course, owner }),
};
