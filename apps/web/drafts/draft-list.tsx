import { Button } from '@codegouvfr/react-dsfr/Button';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { momentOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { ConfirmButton } from '../layout/confirm-button.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly drafts: readonly Schemas['DraftSummary'][];
  readonly onChange: () => void;
}

/** Applications that are being written. */
export function DraftList({ drafts, onChange }: Props) {
  const remove = useAct(async (_key, id: string) => {
    await ask(api.DELETE('/api/drafts/{id}', { params: { path: { id } } }));
    onChange();
  });
  return (
    <section className="fr-mt-5w" aria-labelledby="brouillons">
      <h2 id="brouillons" className="fr-h4">
        Mes brouillons
      </h2>
      <ProblemAlert problem={remove.problem} />
      <ul className="fr-raw-list jalon-cards">
        {drafts.map(({ id, title = 'Demande sans titre', callTitle, closesOn, updatedAt, right, ownerName }) => (
          <li key={id} className="jalon-card">
            <p className="fr-mb-1v">
              <AppLink className="fr-link fr-text--bold" href={`/brouillons/${id}`}>
                {title}
              </AppLink>
            </p>
            <p className="fr-text--sm fr-mb-1w">
              {callTitle}. À déposer au plus tard le {frenchDate(closesOn)}. Modifié le {momentOf(updatedAt)}.
              {right !== 'owner' && ` Demande de ${ownerName}, que vous partagez.`}
            </p>
            <div className="jalon-actions">
              <Button size="small" linkProps={{ href: `/brouillons/${id}`, 'aria-label': `${resume(right)} le brouillon\u00a0: ${title}` }}>
                {resume(right)}
              </Button>
              {right === 'owner' && (
                <ConfirmButton
                  label="Supprimer"
                  about={title}
                  title="Supprimer ce brouillon ?"
                  explanation="Le brouillon et ses fichiers seront effacés. Cette action ne peut pas être annulée."
                  confirmLabel="Supprimer le brouillon"
                  onConfirm={() => void remove.run(id)}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const resume = (right: Schemas['DraftRight']) => (right === 'reader' ? 'Lire' : 'Reprendre');
