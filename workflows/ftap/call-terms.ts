import { z } from 'zod';
import { termFields } from './call-fields.js';

/**
 * The terms of a call, as data: a successor fund or next year's call is another row, not other code. A case freezes them in its
 * input, so that a call amended later does not change the rules of those who filed before.
 */
const terms = z.object(termFields);

/** The most that may be paid in advance and before the balance, for investment (décret n° 2018-514, article 12). */
const investmentLimits = { advance: 0.3, beforeBalance: 0.8, beforeBalanceOfLongProjects: 0.9, longProjectMonths: 48 };

type Instalments = CallTerms['instalments'];
const shareOf = (instalments: Instalments, ...kinds: Instalments[number]['kind'][]) =>
  instalments.reduce((total, { kind, share }) => total + (kinds.includes(kind) ? share : 0), 0);
const exceeds = (share: number, most: number) => share > most + 1e-9;

export const callTerms = terms.superRefine(
  ({ floorCents, ceilingCents, instalments, investment, durationMonths, committeeDates }, context) => {
    const refuse = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (floorCents > ceilingCents) refuse('floorCents', 'Le plancher ne peut pas dépasser le plafond.');
    if (durationMonths.min > durationMonths.max) refuse('durationMonths', 'La durée minimale ne peut pas dépasser la durée maximale.');
    if (committeeDates.some((day, index) => index > 0 && day <= (committeeDates[index - 1] ?? '')))
      refuse('committeeDates', 'Les séances doivent se suivre dans l’ordre du calendrier, une par jour au plus.');
    if (Math.abs(shareOf(instalments, 'advance', 'interim', 'balance') - 1) > 1e-9)
      refuse('instalments', 'La somme des parts des versements doit faire 100\u202f%.');
    if (!investment) return;
    const { advance, beforeBalance, beforeBalanceOfLongProjects, longProjectMonths } = investmentLimits;
    if (exceeds(shareOf(instalments, 'advance'), advance))
      refuse('instalments', 'Pour un investissement, l’avance ne peut pas dépasser 30\u202f% (décret n° 2018-514, article 12).');
    const most = durationMonths.max > longProjectMonths ? beforeBalanceOfLongProjects : beforeBalance;
    if (exceeds(shareOf(instalments, 'advance', 'interim'), most))
      refuse(
        'instalments',
        `Pour un investissement, l’avance et les acomptes ne peuvent pas dépasser ${Math.round(most * 100)}\u202f% (décret n° 2018-514, article 12).`,
      );
  },
);

/** Terms as they are written: what has a default may be left out. */
export type CallTermsInput = z.input<typeof terms>;
export type CallTerms = z.infer<typeof terms>;
export type RequiredPiece = CallTerms['requiredPieces'][number];
export type Criterion = CallTerms['criteria'][number];
