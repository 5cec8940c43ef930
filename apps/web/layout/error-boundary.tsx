import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Component, type ReactNode } from 'react';

/** A page that fails says so, and leaves the rest of the application in reach. Give it the address as `key`: a new page starts afresh. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <>
        <h1 className="fr-mt-4w">Cette page n’a pas pu s’afficher</h1>
        <Alert
          severity="error"
          role="alert"
          small
          description="Rechargez la page. Ce que vous aviez saisi est conservé. Si l’erreur persiste, prévenez le service."
        />
      </>
    );
  }
}
