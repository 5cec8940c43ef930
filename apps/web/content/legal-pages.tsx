import { Page } from '../layout/page.js';

export function AccessibilityPage() {
  return (
    <Page title="Accessibilité&nbsp;: non conforme" trail={[]}>
      <p>
        La direction interministérielle du numérique s’engage à rendre ses services numériques accessibles, conformément à l’article 47 de
        la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à Jalon.
      </p>
      <h2 className="fr-h4">État de conformité</h2>
      <p>
        Jalon n’est pas encore conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1)&nbsp;: aucun audit n’a encore
        été mené. Des contrôles automatiques sont faits à chaque version&#8239;; ils ne remplacent pas un audit.
      </p>
      <h2 className="fr-h4">Retour d’information et contact</h2>
      <p>
        Si vous ne parvenez pas à accéder à un contenu ou à un service, prévenez le service qui suit votre dossier&nbsp;: il vous orientera
        vers une alternative accessible ou vous transmettra le contenu sous une autre forme.
      </p>
      <h2 className="fr-h4">Voie de recours</h2>
      <p>
        Si vous n’obtenez pas de réponse, vous pouvez saisir le Défenseur des droits&nbsp;: par son formulaire, par téléphone au 09 69 39 00
        00, ou par courrier gratuit, sans affranchir, à Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.
      </p>
    </Page>
  );
}

export function LegalNoticePage() {
  return (
    <Page title="Mentions légales" trail={[]}>
      <h2 className="fr-h4">Éditeur</h2>
      <p>Direction interministérielle du numérique (DINUM), 20 avenue de Ségur, 75007 Paris.</p>
      <h2 className="fr-h4">Réutilisation</h2>
      <p>Sauf mention contraire, les contenus de ce site sont sous licence etalab-2.0. Le code source est sous licence EUPL 1.2.</p>
      <h2 className="fr-h4">Serveur de démonstration</h2>
      <p>Les personnes, les dossiers et les montants montrés ici sont fictifs.</p>
    </Page>
  );
}

export function CookiesPage() {
  return (
    <Page title="Gestion des cookies" trail={[]}>
      <p>
        Jalon ne dépose que les cookies nécessaires pour vous reconnaître&nbsp;: celui de votre session et, le temps de vous identifier, un
        second. Il ne mesure pas votre navigation et ne transmet rien à des tiers&nbsp;: aucun consentement n’est demandé.
      </p>
      <p>Votre navigateur garde aussi le thème choisi, et les saisies qui n’ont pas encore été enregistrées.</p>
    </Page>
  );
}
