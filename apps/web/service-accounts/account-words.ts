import type { Schemas } from '../api/client.js';

export const scopeWords: Readonly<Record<Schemas['ServiceScope'], string>> = {
  'cases:read': 'Lire les dossiers',
  'cases:events': 'Être averti de ce qui arrive aux dossiers',
  'figures:read': 'Lire les chiffres des appels',
};

export const eventWords: Readonly<Record<Schemas['WebhookEvent'], string>> = {
  'case.opened': 'Dossier ouvert',
  'case.stage_changed': 'Étape changée',
  'case.paused': 'Dossier suspendu',
  'case.resumed': 'Dossier repris',
  'case.decision_notified': 'Décision notifiée',
  'case.document_produced': 'Courrier ou acte produit',
  'case.payment_ordered': 'Paiement ordonné',
  'case.payment_made': 'Paiement confirmé',
  'case.closed': 'Dossier clos',
};

export const statusWords: Readonly<Record<Schemas['DeliveryStatus'], string>> = {
  pending: 'En attente',
  delivered: 'Remis',
  dead: 'Abandonné',
};

const stateWords = { waiting: 'Attend un accord', open: 'Ouvert', ended: 'Fermé' } as const;
export const stateWord = (state: Schemas['ServiceAccountRow']['state']): string => stateWords[state];

export const accountPath = (id: string) => `/comptes-de-service/${id}`;
export const accountsCrumb = { label: 'Comptes de service', href: '/comptes-de-service' };
