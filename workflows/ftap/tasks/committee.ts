import { z } from 'zod';
import { civilDateField, longText, money, text } from '../../kit/fields.js';
import { defineEvent } from '../../kit/procedure.js';

/** What the committee has before it when it hears a case. */
export interface CommitteeContext {
  readonly requestedCents: number;
  readonly floorCents: number;
  /** Weighted totals of the grids, out of 20. */
  readonly totals: readonly number[];
  readonly opinions: readonly string[];
}

interface Sitting {
  /** Reference of the session, whose journal is the record of what was said. */
  readonly session: string;
  readonly metOn: string;
}

/** F4: what the committee said of one case. It proposes; it does not decide. */
export type CommitteeResult = Sitting &
  (
    | { readonly result: 'favourable'; readonly amountCents: number }
    | { readonly result: 'reserved'; readonly amountCents: number; readonly reserves: string }
    | { readonly result: 'postponed'; readonly why: string }
    | { readonly result: 'waitingList'; readonly rank: number; readonly amountCents: number }
    | { readonly result: 'unfavourable'; readonly why: string }
  );

/** Labels of the results, wherever they are read. */
export const committeeResults = {
  favourable: 'Favorable',
  reserved: 'Favorable avec réserves',
  postponed: 'Ajourné',
  waitingList: 'Liste d’attente',
  unfavourable: 'Défavorable',
} as const satisfies Record<CommitteeResult['result'], string>;

type Amounts = Pick<CommitteeContext, 'requestedCents' | 'floorCents'>;

export const proposedAmount = ({ requestedCents, floorCents }: Amounts, label = 'Montant proposé') =>
  money({ label }, { min: Math.min(floorCents, requestedCents), max: requestedCents });

/** The fields of each result, by its name: the session's form and what a case takes are made of the same. */
export const resultFields = (amounts: Amounts) => ({
  favourable: { amountCents: proposedAmount(amounts) },
  reserved: { amountCents: proposedAmount(amounts), reserves: longText({ label: 'Réserves à lever' }, { min: 10 }) },
  postponed: { why: longText({ label: 'Motif de l’ajournement' }, { min: 10 }) },
  waitingList: {
    rank: z
      .number({ error: 'Indiquez un rang.' })
      .int('Indiquez un nombre entier.')
      .min(1, 'Le premier rang est 1.')
      .max(999, 'Indiquez 999 au plus.')
      .meta({ widget: 'number', label: 'Rang' }),
    amountCents: proposedAmount(amounts),
  },
  unfavourable: { why: longText({ label: 'Motifs de l’avis défavorable' }, { min: 20 }) },
});

/** One option of a union of results, with its label. */
export const resultOption = <const R extends CommitteeResult['result'], F extends z.ZodRawShape>(result: R, fields: F) =>
  z.object({ result: z.literal(result), ...fields }).meta({ label: committeeResults[result] });

const heard = (context: CommitteeContext) => {
  const sitting = {
    session: text({ label: 'Séance' }),
    metOn: civilDateField({ label: 'Date de la séance' }).meta({ examples: ['2026-06-18'] }),
  };
  const fields = resultFields(context);
  return z.discriminatedUnion('result', [
    resultOption('favourable', { ...sitting, ...fields.favourable }),
    resultOption('reserved', { ...sitting, ...fields.reserved }),
    resultOption('postponed', { ...sitting, ...fields.postponed }),
    resultOption('waitingList', { ...sitting, ...fields.waitingList }),
    resultOption('unfavourable', { ...sitting, ...fields.unfavourable }),
  ]);
};

/** F4, as the case hears of it: from the session that had it on its agenda, once its minutes are signed. */
export const committeeHeard = defineEvent<CommitteeResult, CommitteeContext>({
  key: 'committee-heard',
  label: 'Avis du comité de sélection',
  help: 'Inscrivez le dossier à l’ordre du jour d’une séance\u00a0: l’avis arrive avec la signature du procès-verbal.',
  watchedBy: 'programManager',
  form: (context) => heard(context),
});

/** A place on the waiting list. */
export interface WaitingContext extends Sitting {
  readonly rank: number;
  readonly amountCents: number;
  readonly floorCents: number;
}

/** Money has come back to the envelope: the first of the waiting list goes on to the authority. */
export const promoted = defineEvent<{ readonly amountCents: number }, WaitingContext>({
  key: 'promoted',
  label: 'Promotion depuis la liste d’attente',
  help: 'La promotion se fait sur la page de la liste d’attente de l’appel, dans l’ordre des rangs.',
  watchedBy: 'programManager',
  form: ({ amountCents, floorCents }) => z.object({ amountCents: proposedAmount({ requestedCents: amountCents, floorCents }) }),
});
