export const callStatuses = ['draft', 'published', 'exhausted', 'closed', 'settled'] as const;
export type CallStatus = (typeof callStatuses)[number];

export const callActs = ['publish', 'exhaust', 'reopen', 'close', 'settle'] as const;
export type CallAct = (typeof callActs)[number];

interface Transition {
  readonly from: readonly CallStatus[];
  readonly to: CallStatus;
  /** What a person can do instead, when the call is elsewhere. */
  readonly advice: string;
}

/**
 * The life of a call. A published one receives applications between its dates; an exhausted one has no money left, until some
 * returns; a closed one receives nothing any more and its cases go on; a settled one has none left that waits for the service.
 */
const transitions: Readonly<Record<CallAct, Transition>> = {
  publish: {
    from: ['draft'],
    to: 'published',
    advice: 'Seul un appel en préparation se publie\u00a0: un appel épuisé se rouvre, un appel clos se copie.',
  },
  exhaust: {
    from: ['published'],
    to: 'exhausted',
    advice: 'Seul un appel publié peut être déclaré épuisé.',
  },
  reopen: {
    from: ['exhausted'],
    to: 'published',
    advice: 'Seul un appel épuisé se rouvre\u00a0: pour recevoir de nouvelles demandes, copiez un appel clos.',
  },
  close: {
    from: ['published', 'exhausted'],
    to: 'closed',
    advice: 'Seul un appel publié ou épuisé se clôt.',
  },
  settle: {
    from: ['closed'],
    to: 'settled',
    advice: 'Seul un appel clos se solde\u00a0: clôturez-le d’abord.',
  },
};

const statusWords: Readonly<Record<CallStatus, string>> = {
  draft: 'en préparation',
  published: 'publié',
  exhausted: 'épuisé',
  closed: 'clos',
  settled: 'soldé',
};

/** Where the act leads; undefined when it is not possible from there. */
export const statusAfter = (status: CallStatus, act: CallAct): CallStatus | undefined =>
  transitions[act].from.includes(status) ? transitions[act].to : undefined;

export const actsFrom = (status: CallStatus): readonly CallAct[] => callActs.filter((act) => statusAfter(status, act) !== undefined);

/** Why the act is not possible, and what is. */
export const whyNot = (status: CallStatus, act: CallAct): string => `Cet appel est ${statusWords[status]}. ${transitions[act].advice}`;

/** Its terms may still change: freely before it is published, then with a reason, while it may receive applications. */
export const isAmendable = (status: CallStatus): boolean => status === 'draft' || status === 'published' || status === 'exhausted';
