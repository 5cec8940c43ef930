import type { ZodType } from 'zod';
import { type Application, applicationForm as ftapForm } from '#workflows/ftap/application.js';
import { applicationForm } from '#workflows/reconversion/application.js';
import { journeyTemplate } from '#workflows/reconversion/template.js';
import { callTerms } from '#workflows/ftap/call-terms.js';
import { isJourney } from '../cases/is-journey.js';
import { recordOf, type FormValue } from '../forms/value.js';

/** The application form of a procedure, under the terms of a call; undefined when the terms are not what the procedure expects. */
const forms: Readonly<Record<string, (terms: unknown) => ZodType<Application> | undefined>> = {
  ftap: (terms) => {
    const read = callTerms.safeParse(terms);
    return read.success ? ftapForm(read.data) : undefined;
  },
};

/** A journey is applied for under its template; the track that was asked for stands beside the application. */
function journeyApplication(input: FormValue) {
  const template = journeyTemplate.safeParse(input.template);
  if (!template.success) return undefined;
  return { form: applicationForm(template.data), value: { ...recordOf(input.application), track: input.track } };
}

export const applicationFormOf = (procedure: string, terms: unknown) => forms[procedure]?.(terms);

/** What a case began with: its form and its answers. */
export function filedApplication(procedure: string, input: FormValue): { readonly form: ZodType; readonly value: FormValue } | undefined {
  if (isJourney(procedure)) return journeyApplication(input);
  const form = applicationFormOf(procedure, input.call);
  return form && { form, value: recordOf(input.application) };
}
