import { Select } from '@codegouvfr/react-dsfr/Select';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { choice } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { SentForm } from '../forms/sent-form.js';
import type { FormValue } from '../forms/value.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { FigureLines } from './figure-lines.js';

interface Period {
  readonly from: number;
  readonly to: number;
}

/** The first journeys of the trial. */
const firstYear = 2024;

/** Opens the review of the trial: its years, its figures as they would be frozen, and who is heard. */
export function NewReviewPage() {
  const { search, change } = useSearchState();
  const thisYear = new Date().getFullYear();
  const period = { from: Number(search.get('de') ?? firstYear), to: Number(search.get('a') ?? thisYear) };
  const years = Array.from({ length: thisYear + 1 - firstYear }, (_, index) => firstYear + index);
  const select = (label: string, name: string, value: number) => (
    <Select
      label={label}
      className="jalon-narrow"
      nativeSelectProps={{ value: String(value), onChange: ({ target }) => change({ [name]: target.value }) }}
    >
      {years.map((year) => (
        <option key={year} value={year}>
          {year}
        </option>
      ))}
    </Select>
  );
  return (
    <Page title="Bilan de l’expérimentation" trail={[{ label: 'Cohortes', href: '/cohortes' }]}>
      <p className="fr-text--lead">
        Les chiffres sont arrêtés à l’ouverture. Les coachs, les administrations d’accueil et la direction contribuent, vous proposez une
        suite, deux personnes de la direction décident.
      </p>
      {select('Première année', 'de', period.from)}
      {select('Dernière année', 'a', period.to)}
      <Review period={period} />
    </Page>
  );
}

function Review({ period }: { readonly period: Period }) {
  const preview = useResource(`review ${period.from} ${period.to}`, () =>
    ask(api.GET('/api/reviews/preview', { params: { query: period } })),
  );
  return (
    <Loaded resource={preview}>
      {(data) => (
        <>
          <h2 className="fr-h4 fr-mt-4w">Chiffres, tels qu’ils seraient arrêtés aujourd’hui</h2>
          <FigureLines figures={data.figures} trades={data.trades} />
          <OpenReview period={period} preview={data} />
        </>
      )}
    </Loaded>
  );
}

const named = (people: readonly Schemas['PersonName'][]): Record<string, string> =>
  Object.fromEntries(people.map(({ id, name }) => [id, name]));

function OpenReview({ period, preview: { coaches, hosts } }: { readonly period: Period; readonly preview: Schemas['ReviewPreview'] }) {
  const form = useMemo(
    () =>
      z.object({
        coach: choice(named(coaches), { label: 'Qui parle pour les coachs' }),
        host: choice(named(hosts), { label: 'Qui parle pour les administrations d’accueil' }),
      }),
    [coaches, hosts],
  );
  const [value, setValue] = useState<FormValue>({});
  const navigate = useNavigate();
  const open = useAct(async (_key, answer: FormValue) => {
    const { ref } = await ask(api.POST('/api/reviews', { body: { ...period, ...form.parse(answer) } }));
    await navigate(`/dossiers/${ref}`);
  });
  return (
    <section className="fr-mt-4w" aria-labelledby="contributions">
      <h2 id="contributions" className="fr-h4">
        Contributions
      </h2>
      <p>Chacun a quinze jours ouvrés. La direction contribue aussi.</p>
      <SentForm
        form={form}
        value={value}
        onChange={setValue}
        send={open}
        label="Arrêter les chiffres et ouvrir le bilan"
        busyLabel="Ouverture…"
      />
    </section>
  );
}
