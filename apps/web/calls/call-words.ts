import { frenchDate } from '#workflows/calendar/french.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Schemas } from '../api/client.js';

type Call = Schemas['CallView'];

export const statusLabels: Readonly<Record<Schemas['CallStatus'], string>> = {
  draft: 'En préparation',
  published: 'Publié',
  exhausted: 'Épuisé',
  closed: 'Clos',
  settled: 'Soldé',
};

interface Standing {
  readonly label: string;
  readonly severity?: 'success' | 'info' | 'warning' | 'new';
}

/** Where a call stands for who looks at it today: a published one opens and ends by its dates. */
export function standingOf({ status, open, opensOn }: Pick<Call, 'status' | 'open' | 'opensOn'>): Standing {
  if (open) return { label: 'Ouvert', severity: 'success' };
  if (status === 'published')
    return opensOn > civilDateAt(Date.now()) ? { label: 'À venir', severity: 'info' } : { label: 'Dépôt terminé' };
  return {
    label: statusLabels[status],
    ...(status === 'exhausted' && { severity: 'warning' }),
    ...(status === 'draft' && { severity: 'new' }),
  };
}

interface ActWords {
  readonly label: string;
  readonly title: string;
  readonly confirm: string;
  readonly done: string;
  /** What happens then, said before it does. */
  readonly consequence: (call: Call) => string;
}

export const actWords: Readonly<Record<Schemas['CallAct'], ActWords>> = {
  publish: {
    label: 'Publier',
    title: 'Publier cet appel',
    confirm: 'Publier',
    done: 'L’appel est publié.',
    consequence: ({ opensOn, closesOn }) =>
      `L’appel devient visible de tous, et les demandes sont reçues du ${frenchDate(opensOn)} au ${frenchDate(closesOn)}. Ensuite, ses conditions ne changent plus sans un motif, que chacun pourra lire.`,
  },
  exhaust: {
    label: 'Déclarer épuisé',
    title: 'Déclarer cet appel épuisé',
    confirm: 'Déclarer épuisé',
    done: 'L’appel est épuisé.',
    consequence: () =>
      'Plus aucune demande ne peut être déposée. Les dossiers déposés suivent leur cours et les brouillons restent à leurs auteurs. Si des crédits reviennent, vous pourrez rouvrir l’appel.',
  },
  reopen: {
    label: 'Rouvrir',
    title: 'Rouvrir cet appel',
    confirm: 'Rouvrir',
    done: 'L’appel est rouvert.',
    consequence: ({ closesOn }) =>
      `Les demandes sont de nouveau reçues, jusqu’au ${frenchDate(closesOn)}. Les brouillons peuvent être déposés.`,
  },
  close: {
    label: 'Clôturer',
    title: 'Clôturer cet appel',
    confirm: 'Clôturer',
    done: 'L’appel est clos.',
    consequence: () =>
      'Plus aucune demande ne peut être déposée, et l’appel ne pourra pas être rouvert. Les dossiers déposés vont à leur terme. Les brouillons ne sont pas instruits\u00a0: leurs auteurs les gardent et peuvent les copier vers un autre appel.',
  },
  settle: {
    label: 'Solder',
    title: 'Solder cet appel',
    confirm: 'Solder',
    done: 'L’appel est soldé.',
    consequence: () =>
      'L’appel est soldé quand tous ses dossiers sont clos ou en suivi des effets. Ce qui reste de l’enveloppe est libre. Un appel soldé ne change plus.',
  },
};
