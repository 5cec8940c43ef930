import type { Role } from '#workflows/kit/people.js';

interface Entry {
  readonly text: string;
  readonly href: string;
  /** Left out: everybody. */
  readonly roles?: readonly Role[];
}

/** Entries of the main menu. The server decides what each person sees there; this only leaves out what would be empty. */
const entries: readonly Entry[] = [
  { text: 'Accueil', href: '/' },
  { text: 'Tâches', href: '/taches' },
  { text: 'Dossiers', href: '/dossiers' },
  { text: 'Appels à projets', href: '/appels' },
  { text: 'Séances', href: '/seances', roles: ['programManager', 'committeeMember', 'authority', 'direction', 'auditor'] },
  { text: 'Cohortes', href: '/cohortes', roles: ['participant', 'programManager', 'juryMember', 'direction', 'auditor'] },
  { text: 'Ma semaine', href: '/coach', roles: ['coach'] },
  { text: 'Mon année', href: '/directeurs', roles: ['director'] },
  { text: 'Directeurs', href: '/editions', roles: ['programManager', 'direction', 'auditor'] },
  { text: 'Pilotage', href: '/pilotage', roles: ['programManager', 'direction', 'auditor'] },
  { text: 'Chiffres', href: '/chiffres', roles: ['programManager', 'authority', 'direction', 'auditor'] },
  { text: 'Incidents', href: '/incidents', roles: ['programManager', 'administrator'] },
  { text: 'Accès', href: '/acces', roles: ['programManager', 'auditor', 'administrator'] },
];

export const entriesFor = (held: readonly Role[]) => entries.filter(({ roles }) => !roles || roles.some((role) => held.includes(role)));
