import type { Schemas } from '../api/client.js';

/** A choice is never empty. */
export const noGrant: string = 'none';

/** Options of a choice among grants: each with how many journeys it pays for already. */
export const grantOptions = (grants: readonly Schemas['FundableGrant'][], none: string): Record<string, string> => ({
  [noGrant]: none,
  ...Object.fromEntries(
    grants.map(({ ref, title, bodyName, started }) => [
      ref,
      `${[title, bodyName, ref].filter((one) => one !== undefined).join(' – ')} (${started} parcours commencé${started > 1 ? 's' : ''})`,
    ]),
  ),
});
