import { figureLines, tradeLines } from '#workflows/reconversion-review/figure-lines.js';
import { reviewInput } from '#workflows/reconversion-review/input.js';
import type { FormValue } from '../forms/value.js';
import { FigureLines } from './figure-lines.js';

export const isReview = (procedure: string): boolean => procedure === 'reconversion-review';

/** What a review opened with. */
export function ReviewFigures({ input }: { readonly input: FormValue }) {
  const read = reviewInput.shape.figures.safeParse(input.figures);
  if (!read.success) return <p>Les chiffres ne peuvent pas être affichés ici.</p>;
  return <FigureLines figures={inLines(figureLines(read.data))} trades={inLines(tradeLines(read.data))} />;
}

const inLines = (pairs: readonly (readonly [string, string])[]) => pairs.map(([label, value]) => ({ label, value }));
