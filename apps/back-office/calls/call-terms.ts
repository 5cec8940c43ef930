import type { Call, Prisma } from '#prisma/generated/client.js';
import { type CallTerms, callTerms } from '#workflows/ftap/call-terms.js';
import { formErrors } from '../forms/form-shape.js';
import { Problem } from '../problems/problem.js';
import type { CallContent } from './calls.dto.js';

type TermsColumns = Pick<Call, 'title' | 'envelopeCents' | 'terms'>;

/** The call's terms whole: title and envelope have columns of their own, so that lists can show and sort them. */
export const termsOf = ({ title, envelopeCents, terms }: TermsColumns): CallTerms =>
  callTerms.parse({ ...(terms as object), title, envelopeCents: Number(envelopeCents) });

/** What a call says, ready to be stored. Refused with a message by field when its dates or terms contradict themselves. */
export function columnsOf({ title, opensOn, closesOn, envelopeCents, terms }: CallContent) {
  const written = { ...terms, title, envelopeCents };
  const fields = {
    ...Object.fromEntries(Object.entries(formErrors(callTerms, written)).map(([path, message]) => [placeOf(path), message])),
    ...(closesOn < opensOn && { closesOn: 'La clôture ne peut pas précéder l’ouverture.' }),
  };
  if (Object.keys(fields).length > 0) throw new Problem('invalid', { fields });
  const { title: said, envelopeCents: cents, ...rest } = callTerms.parse(written);
  return {
    title: said,
    envelopeCents: BigInt(cents),
    terms: rest as Prisma.InputJsonObject,
    opensOn: new Date(opensOn),
    closesOn: new Date(closesOn),
  };
}

const placeOf = (path: string) => (path === 'title' || path === 'envelopeCents' ? path : `terms.${path}`);
