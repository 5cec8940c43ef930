import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Checkbox } from '@codegouvfr/react-dsfr/Checkbox';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { euros, percent } from '../french/amounts.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { CasePicker } from './case-picker.js';

interface Props {
  readonly callId: string;
  readonly candidates: Schemas['Candidates'];
}

/** Cases, members, chair and day of a session to come. */
export function NewSessionForm({ callId, candidates }: Props) {
  const { cases, members, dates, firstDay, quorum, envelopeLeftCents } = candidates;
  const [refs, setRefs] = useState<readonly string[]>(cases.map(({ ref }) => ref));
  const [convened, setConvened] = useState<readonly string[]>(members.map(({ id }) => id));
  const [chair, setChair] = useState('');
  const [metOn, setMetOn] = useState(dates.find((day) => day >= firstDay) ?? firstDay);
  const [shortNotice, setShortNotice] = useState('');
  const navigate = useNavigate();
  const isShort = metOn !== '' && metOn < firstDay;
  const convene = useAct(async () => {
    const { ref } = await ask(
      api.POST('/api/sessions', {
        body: { callId, metOn, chair, members: [...convened], refs: [...refs], ...(isShort && shortNotice && { shortNotice }) },
      }),
    );
    await navigate(`/seances/${ref}`);
  });
  if (cases.length === 0) return <Alert severity="info" small description="Aucun dossier de cet appel n’attend le comité." />;
  const fields = convene.problem?.fields ?? {};
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void convene.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>
        Il reste {euros(envelopeLeftCents)} sur l’enveloppe de l’appel. Quorum de l’appel&nbsp;: {percent(quorum)} des membres qui ne se
        déportent pas.
      </p>
      <CasePicker cases={cases} chosen={refs} onChange={setRefs} />
      <Checkbox
        legend="Membres convoqués"
        hintText="Un membre de l’organisme demandeur est déporté d’office."
        state={fields.members === undefined ? 'default' : 'error'}
        stateRelatedMessage={fields.members}
        options={members.map(({ id, name, bodyName, siret }) => ({
          label: bodyName === undefined ? name : `${name} – ${bodyName}`,
          hintText: flagged(cases, refs, siret),
          nativeInputProps: {
            name: 'members',
            checked: convened.includes(id),
            onChange: ({ target }) => setConvened(target.checked ? [...convened, id] : convened.filter((one) => one !== id)),
          },
        }))}
      />
      <Select
        label="Présidence"
        state={fields.chair === undefined ? 'default' : 'error'}
        stateRelatedMessage={fields.chair}
        nativeSelectProps={{ value: chair, onChange: ({ target }) => setChair(target.value), required: true }}
      >
        <option value="" disabled>
          Choisir un membre
        </option>
        {members
          .filter(({ id }) => convened.includes(id))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </Select>
      <Input
        label="Date de la séance"
        hintText={`Au plus tôt le ${frenchDate(firstDay)}, sept jours ouvrés après la convocation.${dates.length > 0 ? ` Séances prévues par l’appel\u00a0: ${dates.slice(0, 3).map(frenchDate).join(', ')}.` : ''}`}
        state={fields.metOn === undefined ? 'default' : 'error'}
        stateRelatedMessage={fields.metOn}
        nativeInputProps={{ type: 'date', value: metOn, onChange: ({ target }) => setMetOn(target.value), required: true }}
      />
      {isShort && (
        <Input
          textArea
          label="Pourquoi ce délai est réduit"
          hintText="Les membres et le procès-verbal le mentionneront."
          nativeTextAreaProps={{ value: shortNotice, onChange: ({ target }) => setShortNotice(target.value) }}
        />
      )}
      <ProblemAlert problem={convene.problem} />
      <Button type="submit" disabled={convene.busy || refs.length === 0 || convened.length === 0 || chair === ''}>
        {convene.busy ? 'Convocation…' : 'Convoquer les membres'}
      </Button>
    </form>
  );
}

/** Which of the chosen cases are of the member's own body: the same first nine digits. */
function flagged(cases: readonly Schemas['Candidate'][], refs: readonly string[], siret: string | undefined): string | undefined {
  const own = cases.filter((one) => siret !== undefined && refs.includes(one.ref) && one.siret.slice(0, 9) === siret.slice(0, 9));
  return own.length === 0 ? undefined : `Déporté d’office\u00a0: ${own.map(({ title }) => title).join('\u202f; ')}`;
}
