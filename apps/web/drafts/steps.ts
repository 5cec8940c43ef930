import type { Field } from '../forms/field.js';

export interface Step {
  readonly key: string;
  readonly label: string;
}

/** Last segment of the address of the summary. */
export const summaryStep = 'recapitulatif';

/** One top-level field of the application is one step; the summary comes last. */
export const stepsOf = (fields: readonly Field[]): readonly Step[] => [
  ...fields.map(({ key, label }) => ({ key, label })),
  { key: summaryStep, label: 'Récapitulatif et dépôt' },
];
