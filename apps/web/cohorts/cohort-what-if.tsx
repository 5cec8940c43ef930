import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { type SyntheticEvent, useState } from 'react';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { count } from '../french/amounts.js';
import { announce } from '../layout/announcer.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { WhatIfResult } from './what-if-result.js';

type Kind = Exclude<Schemas['CohortWhatIfKind'], 'replan'>;

const kinds: Readonly<Record<Kind, string>> = {
  moveJury: 'Déplacer le jury',
  shiftStart: 'Décaler le début, et tout ce qui suit',
  loseCoach: 'Se passer d’un coach',
};

interface Props {
  readonly cohort: Schemas['CohortView'];
  readonly onApplied: () => void;
}

/** Tries a change: everything that it would move is shown before anything happens. */
export function CohortWhatIf({ cohort: { ref, coaches, plan }, onApplied }: Props) {
  const [kind, setKind] = useState<Kind>('moveJury');
  const [on, setOn] = useState(plan.jury.on);
  const [person, setPerson] = useState(coaches[0]?.person.id ?? '');
  const [why, setWhy] = useState('');
  const [preview, setPreview] = useState<Schemas['CohortPreviewView']>();
  const whatIf: Schemas['CohortWhatIf'] = kind === 'loseCoach' ? { kind, person } : { kind, on };
  const attempt = useAct(async () => {
    const tried = await ask(api.POST('/api/cohorts/{ref}/what-if', { params: { path: { ref } }, body: whatIf }));
    setPreview(tried);
    announce(`${count(tried.dates.length, 'date')} de la cohorte et ${count(tried.members.length, 'dossier')} concernés.`);
  });
  const apply = useAct(async (key, seen: Schemas['CohortPlanDto']) => {
    await ask(api.POST('/api/cohorts/{ref}/changes', { params: { path: { ref }, ...idempotent(key) }, body: { whatIf, plan: seen, why } }));
    announce('Le changement est préparé. Personne n’est encore prévenu.');
    onApplied();
  });
  const changing = (change: () => void) => {
    change();
    setPreview(undefined);
  };
  const choose = (next: Kind) => {
    setKind(next);
    setOn(next === 'shiftStart' ? plan.startsOn : plan.jury.on);
  };
  return (
    <section className="fr-mt-4w" aria-labelledby="essai">
      <h2 id="essai" className="fr-h4">
        Essayer un changement
      </h2>
      <p>Chaque date, chaque message et chaque place qui changerait est montré d’abord. Rien n’est enregistré par l’aperçu.</p>
      <form
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          void attempt.run();
        }}
      >
        <Select
          label="Changement"
          nativeSelectProps={{ value: kind, onChange: ({ target }) => changing(() => choose(target.value as Kind)) }}
        >
          {Object.entries(kinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        {kind === 'loseCoach' ? (
          <Select label="Coach" nativeSelectProps={{ value: person, onChange: ({ target }) => changing(() => setPerson(target.value)) }}>
            {coaches.map(({ person: { id, name } }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            label="Nouvelle date"
            state={attempt.problem?.fields.on === undefined ? 'default' : 'error'}
            stateRelatedMessage={attempt.problem?.fields.on}
            nativeInputProps={{ type: 'date', value: on, required: true, onChange: ({ target }) => changing(() => setOn(target.value)) }}
          />
        )}
        <ProblemAlert problem={attempt.problem} />
        <Button type="submit" priority="secondary" disabled={attempt.busy}>
          {attempt.busy ? 'Calcul…' : 'Voir ce qui changerait'}
        </Button>
      </form>
      {preview && (
        <>
          <WhatIfResult preview={preview} />
          <form
            className="fr-mt-3w"
            onSubmit={(event: SyntheticEvent) => {
              event.preventDefault();
              void apply.run(preview.plan);
            }}
          >
            <Input
              textArea
              label="Motif du changement"
              hintText="Les participants et l’équipe le liront. Dix caractères au moins."
              state={apply.problem?.fields.why === undefined ? 'default' : 'error'}
              stateRelatedMessage={apply.problem?.fields.why}
              nativeTextAreaProps={{ value: why, onChange: ({ target }) => setWhy(target.value) }}
            />
            <ProblemAlert problem={apply.problem} />
            <Button type="submit" disabled={apply.busy || why.trim().length < 10}>
              Appliquer ce changement
            </Button>
          </form>
        </>
      )}
    </section>
  );
}
