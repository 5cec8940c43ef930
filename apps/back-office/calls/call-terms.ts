import type { Call } from '#prisma/generated/client.js';
import { type CallTerms, callTerms } from '#workflows/ftap/call-terms.js';
import { formErrors } from '../forms/form-shape.js';

type TermsColumns = Pick<Call, 'title' | 'envelopeCents' | 'terms'>;

/** The call's terms whole: title and envelope have columns of their own, so that lists can show and sort them. */
export const termsOf = (call: TermsColumns): CallTerms => callTerms.parse(whole(call));

/** What is wrong with the terms, by path under `terms`; empty when they can be published. */
export const termsErrors = (call: TermsColumns): Record<string, string> =>
  Object.fromEntries(Object.entries(formErrors(callTerms, whole(call))).map(([path, message]) => [`terms.${path}`, message]));

const whole = ({ title, envelopeCents, terms }: TermsColumns) => ({
  ...(terms as object),
  title,
  envelopeCents: Number(envelopeCents),
});
