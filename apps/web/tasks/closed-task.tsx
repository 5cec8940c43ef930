import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';

const titles: Readonly<Record<Schemas['TaskStatus'], string>> = {
  open: 'Vous ne pouvez pas répondre à cette tâche',
  answered: 'Cette tâche est traitée',
  lapsed: 'Le délai de cette tâche est passé',
  dropped: 'Cette tâche n’est plus attendue',
};

/** Why there is nothing to fill in: who has answered, or what is in the way. */
export function ClosedTask({ task }: { readonly task: Schemas['TaskView'] }) {
  const timeline = useResource(task.ref, () => ask(api.GET('/api/cases/{ref}/timeline', { params: { path: { ref: task.ref } } })));
  const answered =
    task.status === 'answered'
      ? timeline.data?.findLast(({ title }) => title.endsWith(task.label) && title.startsWith('Réponse'))
      : undefined;
  const who = answered && `Réponse de ${answered.by?.name ?? 'une autre personne'}, le ${momentOf(answered.at)}.`;
  return (
    <Alert
      severity="info"
      as="h2"
      title={titles[task.status]}
      description={who ?? task.whyNot ?? 'Ouvrez le dossier pour voir la suite.'}
    />
  );
}
