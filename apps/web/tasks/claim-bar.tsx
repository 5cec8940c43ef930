import { Button } from '@codegouvfr/react-dsfr/Button';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useSession } from '../session/session.js';

interface Props {
  readonly task: Schemas['TaskView'];
  readonly onChange: () => void;
}

/** Tells colleagues who takes the task: advice, not a right. */
export function ClaimBar({ task, onChange }: Props) {
  const { person } = useSession();
  const params = { path: { id: task.id } };
  const claim = useAct(async () => onChangeAfter(ask(api.POST('/api/tasks/{id}/claim', { params }))));
  const release = useAct(async () => onChangeAfter(ask(api.POST('/api/tasks/{id}/release', { params }))));
  const onChangeAfter = async (act: Promise<unknown>) => {
    await act;
    onChange();
  };
  const mine = task.claimedBy?.id === person.id;
  if (!task.mayAnswer && !task.claimedBy) return null;
  return (
    <div className="jalon-claim">
      <p className="fr-mb-0">
        {mine
          ? 'Vous avez pris cette tâche.'
          : task.claimedBy
            ? `${task.claimedBy.name} a pris cette tâche.`
            : 'Personne n’a pris cette tâche.'}
      </p>
      {mine && (
        <Button size="small" priority="tertiary" disabled={release.busy} onClick={() => void release.run()}>
          La rendre
        </Button>
      )}
      {!task.claimedBy && task.mayAnswer && (
        <Button size="small" priority="secondary" disabled={claim.busy} onClick={() => void claim.run()}>
          La prendre
        </Button>
      )}
      <ProblemAlert problem={claim.problem ?? release.problem} />
    </div>
  );
}
