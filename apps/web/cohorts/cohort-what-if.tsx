import { Select } from '@codegouvfr/react-dsfr/Select';
import { useEffect, useRef, useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { count } from '../french/amounts.js';
import { announce } from '../layout/announcer.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { ApplyChange } from './apply-change.js';
import { ReplanForm } from './replan-form.js';
import { SimpleChange } from './simple-change.js';
import { WhatIfResult } from './what-if-result.js';

type Kind = Schemas['CohortWhatIfKind'];

const kinds: Readonly<Record<Kind, string>> = {
  moveJury: 'Déplacer le jury',
  shiftStart: 'Décaler le début, et tout ce qui suit',
  loseCoach: 'Se passer d’un coach',
  replan: 'Revoir le calendrier et l’équipe',
};

interface Props {
  readonly cohort: Schemas['CohortView'];
  readonly onApplied: () => void;
}

interface Tried {
  readonly whatIf: Schemas['CohortWhatIf'];
  readonly preview: Schemas['CohortPreviewView'];
}

/** Tries a change: everything that it would move is shown before anything happens. */
export function CohortWhatIf({ cohort, onApplied }: Props) {
  const { ref } = cohort;
  const [kind, setKind] = useState<Kind>('moveJury');
  const [tried, setTried] = useState<Tried>();
  const result = useRef<HTMLHeadingElement>(null);
  const attempt = useAct(async (_key, whatIf: Schemas['CohortWhatIf']) => {
    const preview = await ask(api.POST('/api/cohorts/{ref}/what-if', { params: { path: { ref } }, body: whatIf }));
    setTried({ whatIf, preview });
    announce(`${count(preview.dates.length, 'date')} de la cohorte et ${count(preview.members.length, 'dossier')} concernés.`);
  });
  useEffect(() => {
    if (tried) result.current?.focus();
  }, [tried]);
  const forget = () => setTried(undefined);
  const { problem, busy } = attempt;
  return (
    <section className="fr-mt-4w" aria-labelledby="essai">
      <h2 id="essai" className="fr-h4">
        Essayer un changement
      </h2>
      <p>Chaque date, chaque message et chaque place qui changerait est montré d’abord. Rien n’est enregistré par l’aperçu.</p>
      <Select
        label="Changement"
        nativeSelectProps={{
          value: kind,
          onChange: ({ target }) => {
            setKind(target.value as Kind);
            forget();
          },
        }}
      >
        {Object.entries(kinds).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {kind === 'replan' ? (
        <ReplanForm cohort={cohort} busy={busy} refused={problem?.fields} onChange={forget} onTry={(whatIf) => void attempt.run(whatIf)} />
      ) : (
        <SimpleChange
          key={kind}
          kind={kind}
          cohort={cohort}
          busy={busy}
          refused={problem && Object.values(problem.fields).join(' ')}
          onChange={forget}
          onTry={(whatIf) => void attempt.run(whatIf)}
        />
      )}
      {(problem === undefined || Object.keys(problem.fields).length === 0) && <ProblemAlert problem={problem} />}
      {tried && (
        <>
          <WhatIfResult preview={tried.preview} titleRef={result} />
          <ApplyChange cohortRef={ref} whatIf={tried.whatIf} plan={tried.preview.plan} onApplied={onApplied} />
        </>
      )}
    </section>
  );
}
