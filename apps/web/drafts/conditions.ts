import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { callTerms, type CallTerms } from '#workflows/ftap/call-terms.js';
import { type Eligibility, eligibility } from '#workflows/ftap/eligibility.js';
import type { Schemas } from '../api/client.js';
import { wholeTerms } from '../calls/whole-terms.js';
import type { FormValue } from '../forms/value.js';

/** The call's terms as its procedure reads them; undefined when they are not what this version of the procedure expects. */
export const termsOf = (call: Schemas['CallView']): CallTerms | undefined => callTerms.safeParse(wholeTerms(call)).data;

/** The call's conditions held against what is on the screen, by the rules that the server applies when it is filed. */
export function conditionsOf(content: FormValue, call: Schemas['CallView']): readonly Eligibility[] {
  const terms = termsOf(call);
  const { opensOn, closesOn, open } = call;
  return terms ? eligibility(content, { terms, opensOn, closesOn, open }, civilDateAt(Date.now())) : [];
}
