/** One thing that was looked at in a pack, in French. `doubt`: true as far as the pack alone can tell. */
export interface Check {
  readonly result: 'good' | 'doubt' | 'fault';
  readonly what: string;
}

export const good = (what: string): Check => ({ result: 'good', what });
export const doubt = (what: string): Check => ({ result: 'doubt', what });
export const fault = (what: string): Check => ({ result: 'fault', what });

/** The faults; or, where there is none, what they would have denied. */
export const orGood = (faults: readonly Check[], what: string): readonly Check[] => (faults.length > 0 ? faults : [good(what)]);
