import { useState } from 'react';
import { z } from 'zod';
import { catalogue, personalProcedures } from '#workflows/catalogue.js';
import { choices, longText, text } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { SentForm } from '../forms/sent-form.js';
import type { FormValue } from '../forms/value.js';
import { Loaded } from '../layout/loaded.js';
import { OptionSelect } from '../layout/option-select.js';
import { scopeWords } from './account-words.js';

type Input = Schemas['ServiceAccountInput'];

const limit = (label: string, max: number) =>
  z.number({ error: 'Indiquez un nombre.' }).int().min(1).max(max, `${max} au plus.`).meta({ widget: 'number', label });

const form = z.object({
  name: text({ label: 'Nom', hint: 'Celui du système\u00a0: le journal des accès le portera.' }, { max: 120 }),
  purpose: longText({ label: 'À quoi il sert', hint: 'Qui donne son accord le lit.' }, { min: 20, max: 2_000 }),
  scopes: choices(scopeWords, { label: 'Portées', hint: 'Ce que le système pourra faire. Aucune ne modifie un dossier.' }),
  perMinute: limit('Demandes par minute', 6_000),
  perDay: limit('Demandes par jour', 1_000_000),
});

const usual = { scopes: [], perMinute: 60, perDay: 5_000 };
const procedures = [...new Map(catalogue.filter(({ id }) => !personalProcedures.includes(id)).map(({ id, label }) => [id, label]))];

interface Props {
  readonly initial?: Schemas['ServiceAccountView'];
  readonly label: string;
  readonly send: (input: Input, key: string) => Promise<void>;
}

/** Which system it is, what it reaches, who answers for it. */
export function AccountForm(props: Props) {
  const known = useResource('service account form', async () => {
    const of = (role: 'programManager' | 'administrator') => ask(api.GET('/api/people', { params: { query: { role } } }));
    const [managers, administrators, calls] = await Promise.all([of('programManager'), of('administrator'), ask(api.GET('/api/calls'))]);
    const owners = new Map([...managers, ...administrators].map(({ id, name }) => [id, name]));
    return { owners, calls };
  });
  return <Loaded resource={known}>{(data) => <Filled {...props} {...data} />}</Loaded>;
}

interface FilledProps extends Props {
  readonly owners: ReadonlyMap<string, string>;
  readonly calls: readonly Schemas['CallView'][];
}

function Filled({ initial, label, send, owners, calls }: FilledProps) {
  const [value, setValue] = useState<FormValue>(initial ? { ...initial } : usual);
  const [ownerId, setOwner] = useState(initial?.owner.id ?? '');
  const [procedure, setProcedure] = useState(initial?.procedure ?? '');
  const [callId, setCall] = useState(initial?.callId ?? '');
  const act = useAct((key, answer: FormValue) => {
    const { name, purpose, scopes, perMinute, perDay } = answer as unknown as Input;
    const reach = { ...(procedure && { procedure }), ...(callId && { callId }) };
    return send({ name, purpose, scopes, perMinute, perDay, ownerId, ...reach } as Input, key);
  });
  const ofProcedure = calls.filter((one) => procedure === '' || one.procedure === procedure);
  return (
    <>
      <OptionSelect
        label="Personne qui en répond (prévenue si les envois échouent)"
        all="Choisir une personne"
        value={ownerId}
        options={owners}
        onChange={setOwner}
      />
      <OptionSelect
        label="Démarche"
        all="Toutes les démarches"
        value={procedure}
        options={procedures}
        onChange={(chosen) => {
          setProcedure(chosen);
          setCall('');
        }}
      />
      <OptionSelect
        label="Appel"
        all="Tous les appels"
        value={callId}
        options={ofProcedure.map(({ id, title }) => [id, title] as const)}
        onChange={setCall}
      />
      <SentForm form={form} value={value} onChange={setValue} send={act} label={label} />
    </>
  );
}
