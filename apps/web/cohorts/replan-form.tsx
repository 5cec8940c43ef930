import { Button } from '@codegouvfr/react-dsfr/Button';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import type { FormValue } from '../forms/value.js';
import { ZodForm } from '../forms/zod-form.js';
import { Loaded } from '../layout/loaded.js';
import { answerOf, planFaults, planFields, planOf } from './plan-form.js';

interface Props {
  readonly cohort: Schemas['CohortView'];
  readonly busy: boolean;
  readonly refused: Readonly<Record<string, string>> | undefined;
  /** What was shown no longer is what is written. */
  readonly onChange: () => void;
  readonly onTry: (whatIf: Schemas['CohortWhatIf']) => void;
}

/** A whole other plan: dates, sessions, places, trainers, coaches, jury. */
export function ReplanForm(props: Props) {
  const candidates = useResource('cohort candidates', () => ask(api.GET('/api/cohorts/candidates')));
  return <Loaded resource={candidates}>{(data) => <Replan {...props} candidates={withTeam(data, props.cohort)} />}</Loaded>;
}

type Named = Schemas['PersonName'];

/** Who is in the team already stays to be chosen, whatever roles they hold by now. */
const withTeam = (
  { coaches, trainers, jury }: Schemas['CohortCandidates'],
  cohort: Schemas['CohortView'],
): Schemas['CohortCandidates'] => ({
  coaches: together(
    coaches,
    cohort.coaches.map(({ person }) => person),
  ),
  trainers: together(
    trainers,
    cohort.sessions.flatMap(({ trainer, trainerName }) => (trainer === undefined ? [] : [{ id: trainer, name: trainerName ?? '' }])),
  ),
  jury: together(jury, cohort.jury),
});

const together = (possible: readonly Named[], present: readonly Named[]): Named[] => [
  ...new Map([...possible, ...present].map((one) => [one.id, one])).values(),
];

function Replan({
  cohort: { plan },
  busy,
  refused,
  onChange,
  onTry,
  candidates,
}: Props & { readonly candidates: Schemas['CohortCandidates'] }) {
  const form = useMemo(
    () =>
      z.object(planFields(candidates)).superRefine((answer, context) => {
        for (const { field, message } of planFaults(answer)) context.addIssue({ code: 'custom', path: [field], message });
      }),
    // The team is read once: what is written must not change under its writer.
    [],
  );
  const [value, setValue] = useState<FormValue>(() => ({ ...answerOf(plan) }));
  return (
    <ZodForm
      form={form}
      value={value}
      onChange={(change) => {
        setValue(change);
        onChange();
      }}
      onSubmit={(answer) => onTry({ kind: 'replan', plan: planOf(form.parse(answer)) })}
      {...(refused && { refused })}
    >
      <Button type="submit" priority="secondary" className="fr-mt-3w" disabled={busy}>
        {busy ? 'Calcul…' : 'Voir ce qui changerait'}
      </Button>
    </ZodForm>
  );
}
