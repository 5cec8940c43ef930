import type { Schemas } from '../api/client.js';

interface Entry {
  readonly text: string;
  readonly href: string;
  /** What its page asks of who opens it; left out: nothing. */
  readonly action?: Schemas['Action'];
  /** Whom its page is for, of those who may open it; left out: all of them. */
  readonly roles?: readonly Schemas['Role'][];
}

/** Entries of the main menu. The server decides what each person sees there; this only leaves out what would be refused, or empty. */
const entries: readonly Entry[] = [
  { text: 'Accueil', href: '/' },
  { text: 'Tâches', href: '/taches', action: 'read file' },
  { text: 'Dossiers', href: '/dossiers', action: 'read file' },
  { text: 'Appels à projets', href: '/appels' },
  { text: 'Séances', href: '/seances', roles: ['programManager', 'committeeMember', 'authority', 'direction', 'auditor'] },
  { text: 'Cohortes', href: '/cohortes', roles: ['participant', 'programManager', 'juryMember', 'direction', 'auditor'] },
  { text: 'Ma semaine', href: '/coach', roles: ['coach'] },
  { text: 'Mon année', href: '/directeurs', roles: ['director'] },
  { text: 'Directeurs', href: '/editions', roles: ['programManager', 'direction', 'auditor'] },
  { text: 'Pilotage', href: '/pilotage', action: 'read board' },
  { text: 'Chiffres', href: '/chiffres', action: 'read figures' },
  { text: 'Incidents', href: '/incidents', action: 'watch effects' },
  { text: 'Comptes de service', href: '/comptes-de-service', action: 'read integrations' },
  { text: 'Accès', href: '/acces', action: 'audit log' },
  { text: 'Conservation', href: '/conservation', action: 'read retention' },
  { text: 'Demandes RGPD', href: '/demandes-donnees', action: 'answer data requests' },
];

/** The entries that lead somewhere for this person. */
export const entriesFor = ({ roles: held, actions }: Pick<Schemas['SessionView'], 'roles' | 'actions'>): readonly Entry[] =>
  entries.filter(({ action, roles }) => (!action || actions.includes(action)) && (!roles || roles.some((role) => held.includes(role))));
