import type { Schemas } from '../api/client.js';
import { count, percent } from '../french/amounts.js';
import { dayOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { gainWords, rowsHref } from './figure-words.js';
import { ShareBar } from './share-bar.js';

type Effect = Schemas['EffectFigure'];

interface Props {
  readonly callId: string;
  readonly effects: readonly Effect[];
}

/** What was promised beside what was measured, kind by kind. The promise stands as it was made. */
export function EffectsSection({ callId, effects }: Props) {
  return (
    <section>
      <h2 className="fr-mt-6w">Effets promis et mesurés</h2>
      {effects.length === 0 ? (
        <p>Aucun effet n’est encore promis&nbsp;: les promesses sont enregistrées quand l’attribution est notifiée.</p>
      ) : (
        effects.map((effect) => <EffectTable key={`${effect.kind} ${effect.unit}`} callId={callId} effect={effect} />)
      )}
    </section>
  );
}

function EffectTable({ callId, effect }: { readonly callId: string; readonly effect: Effect }) {
  const { kind, label, unit, how, promised, effects } = effect;
  const which = { kind, unit };
  const columns: readonly Column<Schemas['EffectMilestone']>[] = [
    { title: 'Après la fin du projet', cell: ({ months }) => (months === 0 ? 'Pendant le projet' : `${months} mois`) },
    {
      title: 'Mesuré',
      numeric: true,
      cell: ({ months, measured }) =>
        measured === undefined ? (
          'Rien encore'
        ) : (
          <AppLink className="fr-link fr-link--sm" href={rowsHref(callId, 'measured', { ...which, months })}>
            {gainWords(measured, effect)}
            <span className="fr-sr-only">
              {' '}
              {months === 0 ? 'pendant le projet' : `à ${months} mois`}&nbsp;: voir les mesures et leurs preuves
            </span>
          </AppLink>
        ),
    },
    {
      title: 'Promis par les mêmes dossiers',
      numeric: true,
      cell: ({ promisedOfMeasured }) => (promisedOfMeasured === undefined ? '–' : gainWords(promisedOfMeasured, effect)),
    },
    {
      title: 'Mesuré sur promis',
      cell: ({ measured, promisedOfMeasured }) =>
        measured === undefined || promisedOfMeasured === undefined || promisedOfMeasured === 0 ? (
          '–'
        ) : (
          <>
            {percent(measured / promisedOfMeasured)}
            <ShareBar share={measured / promisedOfMeasured} />
          </>
        ),
    },
    { title: 'Part des effets mesurés', cell: ({ share, effects: done }) => `${percent(share)} (${done} sur ${effects})` },
  ];
  return (
    <>
      <h3 className="fr-h5">
        {label} ({unit})
      </h3>
      <p>
        <AppLink className="fr-link" href={rowsHref(callId, 'promised', which)}>
          {gainWords(promised, effect)} promis
        </AppLink>
        , {how === 'mean' ? 'en moyenne des' : 'par'} {count(effects, 'effet', 'effets')}. <Forecast effect={effect} />
      </p>
      <DataTable
        caption={`${label} (${unit})\u00a0: mesuré et promis`}
        columns={columns}
        rows={effect.milestones}
        keyOf={({ months }) => String(months)}
      />
    </>
  );
}

function Forecast({ effect: { promisedFrom, promisedTo } }: { readonly effect: Effect }) {
  const [first, last] = [dayOf(promisedFrom), dayOf(promisedTo)];
  return <em>{first === last ? `Prévision du ${first}, jamais modifiée.` : `Prévisions du ${first} au ${last}, jamais modifiées.`}</em>;
}
