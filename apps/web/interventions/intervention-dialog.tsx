import { Button } from '@codegouvfr/react-dsfr/Button';
import { useMemo, useState } from 'react';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { recordOf, type FormValue } from '../forms/value.js';
import { ZodForm } from '../forms/zod-form.js';
import { Dialog } from '../layout/dialog.js';
import { Loading } from '../layout/loading.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { type InterventionForm, interventionForms } from './intervention-forms.js';

interface Props {
  readonly one: Schemas['CaseDetail'];
  readonly intervention: Schemas['PossibleIntervention'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what the intervention does, asks for its reason, then does it or asks who decides. */
export function InterventionDialog(props: Props) {
  const { intervention, onClose } = props;
  const kind = interventionForms[intervention.kind];
  return (
    <Dialog title={intervention.label} onClose={onClose}>
      {kind && <InterventionBody {...props} kind={kind} />}
    </Dialog>
  );
}

function InterventionBody({ one, intervention, onClose, onDone, kind }: Props & { readonly kind: InterventionForm }) {
  const people = useResource(intervention.kind, () =>
    intervention.kind === 'reassign' ? ask(api.GET('/api/people')) : Promise.resolve([]),
  );
  const form = useMemo(() => people.data && kind.form(one, people.data), [people.data, kind, one]);
  const [value, setValue] = useState<FormValue>({});
  const act = useAct(async (key, answer: FormValue) => {
    const body = { kind: intervention.kind, ...addressed(kind.request(answer, one), people.data ?? []) } as Schemas['InterventionRequest'];
    await ask(api.POST('/api/cases/{ref}/interventions', { params: { path: { ref: one.ref }, ...idempotent(key) }, body }));
    onDone();
  });
  if (!form) return people.problem ? <ProblemAlert problem={people.problem} /> : <Loading />;
  return (
    <>
      <p>
        {kind.explanation} {intervention.mode === 'ask' && 'Une autre personne décidera de votre demande.'}
      </p>
      <ProblemAlert problem={act.problem} />
      <ZodForm
        form={form}
        value={value}
        onChange={setValue}
        onSubmit={(answer) => void act.run(answer)}
        place={{ caseRef: one.ref }}
        refused={act.problem?.fields}
      >
        <div className="jalon-actions">
          <Button type="submit" disabled={act.busy}>
            {intervention.mode === 'ask' ? 'Demander' : 'Confirmer'}
          </Button>
          <Button type="button" priority="secondary" onClick={onClose}>
            Annuler
          </Button>
        </div>
      </ZodForm>
    </>
  );
}

/** A chosen person as the API names an addressee: with the role they hold. */
function addressed(request: FormValue, people: readonly Schemas['PersonView'][]): FormValue {
  if (typeof request.to !== 'string') return request;
  const person = people.find(({ id }) => id === request.to);
  return { ...recordOf(request), to: { role: person?.roles[0]?.role, person: request.to } };
}
