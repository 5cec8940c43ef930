/** A journey's case, of three or six months: other procedures of the reconversion programme have no participant. */
export const isJourney = (procedure: string): boolean => /^reconversion-\d+m$/.test(procedure);
