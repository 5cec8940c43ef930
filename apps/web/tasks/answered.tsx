import { Button } from '@codegouvfr/react-dsfr/Button';
import { useEffect, useRef } from 'react';

/** The answer is in the case's journal: what now. */
export function Answered({ caseRef, label }: { readonly caseRef: string; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `Réponse enregistrée – ${caseRef} – Jalon`;
    box.current?.focus();
  }, [caseRef]);
  return (
    <div ref={box} tabIndex={-1} className="fr-alert fr-alert--success" role="group" aria-labelledby="enregistree">
      <h2 id="enregistree" className="fr-alert__title">
        Votre réponse est enregistrée
      </h2>
      <p className="fr-mb-2w">«&nbsp;{label}&nbsp;» est fait. Le dossier passe à la suite.</p>
      <div className="jalon-actions">
        <Button linkProps={{ href: `/dossiers/${caseRef}` }}>Voir le dossier</Button>
        <Button priority="secondary" linkProps={{ href: '/taches' }}>
          Revenir aux tâches
        </Button>
      </div>
    </div>
  );
}
