import { amendment } from './amendment.js';
import { appealDecision, appealReceipt, reasonsOfSilence } from './appeal.js';
import { breachNotice, clawbackDecision } from './clawback.js';
import { closingStatement } from './closing-statement.js';
import { completenessReceipt } from './completeness-receipt.js';
import { convention } from './convention.js';
import { awardDecision, refusalDecision } from './decision.js';
import { decisionFile } from './decision-file.js';
import { directorsCommitment, yearAttestation } from './directors.js';
import { lapseDecision, lapseWarning, renouncing } from './ending.js';
import { journeyAppealDecision, selectionRefusal } from './journey-decisions.js';
import { journeyCertificate, journeyConvention, juryResult } from './journey.js';
import { juryMinutes } from './jury-minutes.js';
import type { LetterKind } from './letter-kind.js';
import { draftMinutes, minutes } from './minutes.js';
import { receipt } from './receipt.js';
import { requestForPieces } from './request-for-pieces.js';
import { withdrawalDecision, withdrawalNotice } from './withdrawal.js';

const journeyLetters: Readonly<Record<string, LetterKind>> = {
  'selection-refusal': selectionRefusal,
  'journey-convention': journeyConvention,
  'jury-result': juryResult,
  'journey-certificate': journeyCertificate,
  'journey-appeal-decision': journeyAppealDecision,
};

/** The letters of each procedure, by the key of the document that the story produces. */
const letters: Readonly<Record<string, Readonly<Record<string, LetterKind>>>> = {
  ftap: {
    receipt,
    'request-for-pieces': requestForPieces,
    'completeness-receipt': completenessReceipt,
    'decision-award': awardDecision,
    'decision-refusal': refusalDecision,
    'reasons-of-silence': reasonsOfSilence,
    'appeal-receipt': appealReceipt,
    'appeal-decision': appealDecision,
    'withdrawal-notice': withdrawalNotice,
    'decision-withdrawal': withdrawalDecision,
    convention,
    'lapse-warning': lapseWarning,
    'decision-lapse': lapseDecision,
    renouncing,
    amendment,
    'breach-notice': breachNotice,
    'decision-clawback': clawbackDecision,
    'closing-statement': closingStatement,
  },
  'ftap-committee': { 'minutes-draft': draftMinutes, minutes },
  'directors-year': { commitment: directorsCommitment, attestation: yearAttestation },
  'reconversion-3m': journeyLetters,
  'reconversion-6m': journeyLetters,
  cohort: { 'jury-minutes': juryMinutes },
  'reconversion-review': { 'decision-file': decisionFile },
};

/** Throws RangeError when nobody has written this letter. */
export function letterOf(procedure: string, document: string): LetterKind {
  const kind = letters[procedure]?.[document];
  if (!kind) throw new RangeError(`There is no letter for the document ${document} of ${procedure}.`);
  return kind;
}
