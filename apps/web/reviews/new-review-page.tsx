import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { choice } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { firstYear } from '../cohorts/use-cohort-year.js';
import { SentForm } from '../forms/sent-form.js';
import type { FormValue } from '../forms/value.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useYearOf, YearSelect } from '../layout/year-select.js';
import { FigureLines } from './figure-lines.js';

interface Period {
  readonly from: number;
  readonly to: number;
}

/** Opens the review of the trial: its years, its figures as they would be frozen, and who is heard. */
export function NewReviewPage() {
  const thisYear = new Date().getFullYear();
  const period = { from: useYearOf('de', firstYear), to: useYearOf('a', thisYear) };
  return (
    <Page title="Bilan de l’expérimentation" trail={[{ label: 'Cohortes', href: '/cohortes' }]}>
      <p className="fr-text--lead">
        Les chiffres sont arrêtés à l’ouverture. Les coachs, les administrations d’accueil et la direction contribuent, vous proposez une
        suite, deux personnes de la direction décident.
      </p>
      <YearSelect label="Première année" name="de" year={period.from} from={firstYear} to={thisYear} />
      <YearSelect label="Dernière année" name="a" year={period.to} from={firstYear} to={thisYear} />
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
