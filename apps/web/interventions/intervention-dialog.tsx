import { useMemo } from 'react';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { recordOf, type FormValue } from '../forms/value.js';
import { Dialog } from '../layout/dialog.js';
import { FormDialog } from '../layout/form-dialog.js';
import { Loading } from '../layout/loading.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { interventionForms } from './intervention-forms.js';

interface Props {
  readonly one: Schemas['CaseDetail'];
  readonly intervention: Schemas['PossibleIntervention'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what the intervention does, asks for its reason, then does it or asks who decides. */
export function InterventionDialog({ one, intervention, onClose, onDone }: Props) {
  const kind = interventionForms[intervention.kind];
  const people = useResource(intervention.kind, () =>
    choosesPerson.has(intervention.kind) ? ask(api.GET('/api/people')) : Promise.resolve([]),
  );
  const form = useMemo(() => people.data && kind?.form(one, people.data), [people.data, kind, one]);
  if (!kind || !form)
    return (
      <Dialog title={intervention.label} onClose={onClose}>
        {people.problem ? <ProblemAlert problem={people.problem} /> : <Loading />}
      </Dialog>
    );
  const asks = intervention.mode === 'ask';
  return (
    <FormDialog
      title={intervention.label}
      explanation={asks ? `${kind.explanation} Une autre personne décidera de votre demande.` : kind.explanation}
      form={form}
      confirmLabel={asks ? 'Demander' : 'Confirmer'}
      onClose={onClose}
      place={{ caseRef: one.ref }}
      send={async (answer, key) => {
        const body = {
          kind: intervention.kind,
          ...addressed(kind.request(answer, one), people.data ?? []),
        } as Schemas['InterventionRequest'];
        await ask(api.POST('/api/cases/{ref}/interventions', { params: { path: { ref: one.ref }, ...idempotent(key) }, body }));
        onDone();
      }}
    />
  );
}

/** Interventions whose form names somebody. */
const choosesPerson: ReadonlySet<string> = new Set(['reassign', 'transfer']);

/** A chosen person as the API names an addressee: with the role they hold. */
function addressed(request: FormValue, people: readonly Schemas['PersonView'][]): FormValue {
  if (typeof request.to !== 'string') return request;
  const person = people.find(({ id }) => id === request.to);
  return { ...recordOf(request), to: { role: person?.roles[0]?.role, person: request.to } };
}
