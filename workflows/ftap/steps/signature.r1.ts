import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import type { FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';

/** In which capacity the authority signs (CRPA L212-1) [D]. */
export const capacity = 'Le directeur interministériel du numérique';
/** The same, by whoever signs for the authority. */
export const delegatedCapacity = `Pour l${capacity.slice(1)} et par délégation`;
/** Who arbitrates between services of the State [D]. */
export const arbiterCapacity = 'La direction du service, saisie pour arbitrage';

/** What every decision letter says of the decision: texts, remedies, who decided, in which capacity, when (CRPA L212-1, CJA R421-5). */
export function signedBy(file: CaseFile, input: FtapInput, decidedBy: PersonId) {
  const { visas, remedies } = profileOf(input);
  return {
    visas: [...visas, `le règlement de l’appel «\u00a0${input.call.title}\u00a0»`],
    remedies,
    decidedBy,
    capacity,
    decidedOn: file.today(),
  };
}
