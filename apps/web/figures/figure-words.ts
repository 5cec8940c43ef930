import type { Schemas } from '../api/client.js';
import { euros } from '../french/amounts.js';

const plain = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** `1 250`, `12,5`. */
export const number = (value: number) => plain.format(value);

/** A value of a figure with its unit: `120 000 €`, `250 agents`. */
export function valueWords(value: number, unit: Schemas['FigureUnit'], effectUnit = ''): string {
  if (unit === 'cents') return euros(value);
  const name = { cases: value < 2 ? 'dossier' : 'dossiers', agents: value < 2 ? 'agent' : 'agents', effect: effectUnit }[unit];
  return `${number(value)}\u00a0${name}`.trim();
}

/** `+20 points`: what a share gained is said in points. */
export const gainWords = (value: number, { unit, how }: Pick<Schemas['EffectFigure'], 'unit' | 'how'>) =>
  how === 'mean' && unit.includes('%') ? `${number(value)}\u00a0point${Math.abs(value) < 2 ? '' : 's'}` : `${number(value)}\u00a0${unit}`;

interface Which {
  readonly kind?: string;
  readonly unit?: string;
  readonly months?: number;
  readonly month?: string;
  readonly stage?: string;
  readonly outcome?: string;
}

/** Names of those parameters in the addresses that people read and share. */
export const names = { kind: 'nature', unit: 'unite', months: 'echeance', month: 'mois', stage: 'etape', outcome: 'issue' } as const;

/** Address of the page behind a total. */
export function rowsHref(callId: string, figure: Schemas['FigureKey'], which: Which = {}): string {
  const search = new URLSearchParams(
    Object.entries(which).flatMap(([key, value]) => (value === undefined ? [] : [[names[key as keyof Which], String(value)]])),
  );
  return `/chiffres/${callId}/${figure}${search.size === 0 ? '' : `?${search}`}`;
}

const monthName = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `mars 2026`, from `2026-03`. */
export const monthWords = (month: string) => monthName.format(new Date(`${month}-01`));
