import { z } from 'zod';
import type { LetterDraft } from '../../kit/case-file.js';
import { longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import { letters } from '../documents.js';
import { wording } from './decision.js';

/** A decision that has not left yet: its wording, which may still be corrected, and everything else of its letter. */
export type NoticeContext =
  | {
      readonly decision: 'award';
      readonly amountCents: number;
      readonly why: string;
      readonly conditions?: string;
      /** Conditions of every award, and the committee's reserves. */
      readonly standing: readonly string[];
      readonly letter: Readonly<Record<string, unknown>>;
    }
  | {
      readonly decision: 'refuse';
      readonly inLaw: string;
      readonly inFact: string;
      readonly letter: Readonly<Record<string, unknown>>;
    };

type Wording = Partial<Record<keyof typeof wording, string | undefined>>;
export type Release = ({ readonly verdict: 'notify' } & Wording) | { readonly verdict: 'takeBack'; readonly reasons: string };

/** The notice as it leaves when nobody corrects or takes back. */
export const asDecided: Release = { verdict: 'notify' };

/** The letter with the wording of the answer, or of the decision where the answer says nothing else. */
export function noticeLetter(context: NoticeContext, answer: Release): LetterDraft | undefined {
  if (answer.verdict === 'takeBack') return undefined;
  if (context.decision === 'refuse') {
    const { inLaw = context.inLaw, inFact = context.inFact } = answer;
    return { document: letters.refusal, data: { ...context.letter, reasons: [inLaw, inFact] } };
  }
  const { why = context.why, conditions = context.conditions } = answer;
  return {
    document: letters.award,
    data: { ...context.letter, reasons: [why], conditions: [...(conditions === undefined ? [] : [conditions]), ...context.standing] },
  };
}

const takeBack = z
  .object({
    verdict: z.literal('takeBack'),
    reasons: longText(
      { label: 'Motifs de la reprise', hint: 'Ils restent dans l’historique du service\u202f; le porteur n’est pas prévenu.' },
      { min: 20 },
    ),
  })
  .meta({ label: 'Reprendre la décision' });

const notify = (context: NoticeContext) => {
  const verdict = z.literal('notify');
  const fields =
    context.decision === 'refuse'
      ? z.object({
          verdict,
          inLaw: wording.inLaw().default(context.inLaw),
          inFact: wording.inFact().default(context.inFact),
        })
      : z.object({
          verdict,
          why: wording.why().default(context.why),
          conditions: context.conditions === undefined ? wording.conditions().optional() : wording.conditions().default(context.conditions),
        });
  return fields.meta({ label: 'Notifier maintenant' });
};

/** Between the decision and its notice: the authority alone sees it, corrects its wording, or takes it back. */
export const releaseNotice = defineTask<Release, NoticeContext>({
  key: 'release-notice',
  discreet: true,
  label: 'Notifier la décision',
  help: 'Relisez le courrier. Sans action de votre part, il part tel quel au dernier jour indiqué\u202f; le porteur ne sait rien jusque-là.',
  form: (context) => z.discriminatedUnion('verdict', [notify(context), takeBack]),
  letter: noticeLetter,
});
