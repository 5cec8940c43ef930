/** A session of the committee is a case too, with a page and words of its own. */
export const isSession = (procedure: string) => procedure === 'ftap-committee';
