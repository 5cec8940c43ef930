import { Button } from '@codegouvfr/react-dsfr/Button';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { count } from '../french/amounts.js';
import { momentOf } from '../french/moments.js';
import { announce } from '../layout/announcer.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly forecasts: Schemas['BoardFreshness'];
  readonly mayCompute: boolean;
  readonly onComputed: () => void;
}

/** As of when ends and loads are foretold, and a button that has them foretold anew. */
export function Forecasts({ forecasts: { computedAt, stale }, mayCompute, onComputed }: Props) {
  const compute = useAct(async () => {
    const { computed } = await ask(api.POST('/api/forecasts'));
    announce(`${count(computed, 'prévision recalculée', 'prévisions recalculées')}.`);
    onComputed();
  });
  const moved =
    stale === 0
      ? 'Aucun dossier n’a bougé depuis.'
      : `${count(stale, 'dossier a bougé depuis, ou n’a', 'dossiers ont bougé depuis, ou n’ont')} pas encore de prévision du jour.`;
  return (
    <>
      <p>
        {computedAt === undefined
          ? 'Les fins et la charge ne sont pas encore prévues.'
          : `Les situations sont celles de l’instant\u202f; les fins et la charge, celles prévues au plus tôt le ${momentOf(computedAt)}, si chacun agit comme attendu. ${moved}`}
      </p>
      {mayCompute && (
        <div className="jalon-actions jalon-screen-only fr-mb-3w">
          <Button
            priority="secondary"
            size="small"
            iconId="fr-icon-refresh-line"
            disabled={compute.busy}
            onClick={() => void compute.run()}
          >
            {compute.busy ? 'Calcul en cours…' : 'Recalculer'}
          </Button>
        </div>
      )}
      <ProblemAlert problem={compute.problem} />
    </>
  );
}
