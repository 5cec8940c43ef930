import type { Schemas } from '../api/client.js';

/** The call's terms as procedures read them: title and envelope stand beside them in the API. */
export const wholeTerms = ({ terms, title, envelopeCents }: Schemas['CallView']) => ({ ...terms, title, envelopeCents });
