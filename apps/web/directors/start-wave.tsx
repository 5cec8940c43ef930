import { Button } from '@codegouvfr/react-dsfr/Button';
import { Checkbox } from '@codegouvfr/react-dsfr/Checkbox';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { useState } from 'react';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { announce } from '../layout/announcer.js';
import { Loaded } from '../layout/loaded.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly editionId: string;
  readonly started: readonly Schemas['EditionPerson'][];
  readonly onDone: () => void;
}

/** Who begins their year, and at which session. */
export function StartWave({ editionId, started, onDone }: Props) {
  const candidates = useResource(`directors for ${editionId}`, async () => ({
    people: await ask(api.GET('/api/people', { params: { query: { role: 'director' } } })),
    events: await ask(api.GET('/api/seated-events', { params: { query: { editionId } } })),
  }));
  const known = new Set(started.map(({ id }) => id));
  return (
    <Loaded resource={candidates}>
      {({ people, events }) => {
        const sessions = events.filter(({ kind, open }) => kind === 'session' && open);
        if (sessions.length === 0) return <p>Proposez d’abord une séance de lancement parmi les événements de l’édition.</p>;
        const free = people.filter(({ id }) => !known.has(id));
        const next = Math.max(0, ...started.map(({ wave }) => wave)) + 1;
        return <WaveForm {...{ editionId, sessions, onDone, people: free, next }} />;
      }}
    </Loaded>
  );
}

interface FormProps extends Pick<Props, 'editionId' | 'onDone'> {
  readonly people: readonly Schemas['PersonView'][];
  readonly sessions: readonly Schemas['SeatedEventRow'][];
  readonly next: number;
}

function WaveForm({ editionId, people, sessions, next, onDone }: FormProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [session, setSession] = useState(sessions[0]?.ref ?? '');
  const [wave, setWave] = useState(String(next));
  const start = useAct(async () => {
    const body = { wave: Number(wave), session, people: [...chosen] };
    const done = await ask(api.POST('/api/directors/editions/{id}/waves', { params: { path: { id: editionId } }, body }));
    announce(`${done.started} années commencées.`);
    onDone();
  });
  const fields = start.problem?.fields ?? {};
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start.run();
      }}
    >
      <Input
        label="Numéro de la vague"
        className="jalon-narrow"
        state={fields.wave === undefined ? 'default' : 'error'}
        stateRelatedMessage={fields.wave}
        nativeInputProps={{ inputMode: 'numeric', value: wave, onChange: ({ target }) => setWave(target.value) }}
      />
      <Select
        label="Séance de lancement"
        state={fields.session === undefined ? 'default' : 'error'}
        stateRelatedMessage={fields.session}
        nativeSelectProps={{ value: session, onChange: ({ target }) => setSession(target.value) }}
      >
        {sessions.map(({ ref, title, on }) => (
          <option key={ref} value={ref}>
            {title}, le {frenchDate(on)}
          </option>
        ))}
      </Select>
      <Checkbox
        legend="Directeurs qui commencent leur année"
        small
        state={fields.people === undefined ? 'default' : 'error'}
        stateRelatedMessage={fields.people}
        options={people.map(({ id, name, bodyName }) => ({
          label: bodyName === undefined ? name : `${name} – ${bodyName}`,
          nativeInputProps: {
            name: 'people',
            value: id,
            checked: chosen.includes(id),
            onChange: ({ target }) => setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id)),
          },
        }))}
      />
      <ProblemAlert problem={Object.keys(fields).length === 0 ? start.problem : undefined} />
      <div className="jalon-actions">
        <Button type="submit" disabled={start.busy || chosen.length === 0}>
          Commencer {chosen.length > 1 ? `${chosen.length} années` : 'l’année'}
        </Button>
        <Button type="button" priority="tertiary" onClick={() => setChosen(people.map(({ id }) => id))}>
          Tout cocher
        </Button>
        <Button type="button" priority="secondary" onClick={onDone}>
          Annuler
        </Button>
      </div>
    </form>
  );
}
