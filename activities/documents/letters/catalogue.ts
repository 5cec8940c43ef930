import { convention } from './convention.js';
import { awardDecision, refusalDecision } from './decision.js';
import type { LetterKind } from './letter-kind.js';
import { draftMinutes, minutes } from './minutes.js';
import { receipt } from './receipt.js';
import { requestForPieces } from './request-for-pieces.js';

/** The letters of each procedure, by the key of the document that the story produces. */
const letters: Readonly<Record<string, Readonly<Record<string, LetterKind>>>> = {
  ftap: {
    receipt,
    'request-for-pieces': requestForPieces,
    'decision-award': awardDecision,
    'decision-refusal': refusalDecision,
    convention,
  },
  'ftap-committee': { 'minutes-draft': draftMinutes, minutes },
};

/** Throws RangeError when nobody has written this letter. */
export function letterOf(procedure: string, document: string): LetterKind {
  const kind = letters[procedure]?.[document];
  if (!kind) throw new RangeError(`There is no letter for the document ${document} of ${procedure}.`);
  return kind;
}
