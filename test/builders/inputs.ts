import { trial } from './trial-procedure.js';
import { catalogue } from '#workflows/catalogue.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { ftapInput } from './ftap.js';

/** A valid input for each procedure of the catalogue: what the properties of every story start from. */
const inputs: Readonly<Record<string, () => unknown>> = {
  ftap: () => ftapInput(),
};

export interface Sample {
  readonly name: string;
  readonly procedure: Procedure;
  readonly input: unknown;
}

/** Every revision of every procedure, and the kit's trial procedure in its variants. Throws for a procedure without an input. */
export function samples(): Sample[] {
  return [
    { name: 'trial', procedure: trial as unknown as Procedure, input: { owner: 'applicant-1', experts: 3 } },
    {
      name: 'trial with a cohort and a child',
      procedure: trial as unknown as Procedure,
      input: { owner: 'applicant-1', experts: 0, cohortStarts: '2026-05-04', withChild: true },
    },
    ...catalogue.map((procedure) => {
      const input = inputs[procedure.id];
      if (!input) throw new RangeError(`test/builders/inputs.ts has no input for ${procedure.id}`);
      return { name: `${procedure.id} ${procedure.revision}`, procedure, input: input() };
    }),
  ];
}
