const minutes = 60;
const hours = 60 * minutes;

/** Seconds between one try and the next: ten tries in two days. */
const pauses = [5, minutes, 5 * minutes, 30 * minutes, 2 * hours, 5 * hours, 10 * hours, 14 * hours, 16 * hours] as const;

export const mostAttempts = pauses.length + 1;

/**
 * Seconds to wait after so many tries; undefined when it was the last. `chance`, from 0 to 1, spreads what failed together over a tenth
 * of the pause.
 */
export function pauseAfter(attempts: number, chance: number): number | undefined {
  const pause = pauses[attempts - 1];
  return pause === undefined ? undefined : pause * (0.95 + chance / 10);
}
