import { loadCase } from './load-case.js';
import type { LoadedCase } from './loaded-case.js';
import type { Loading } from './loading.js';

/** How many cases are loaded at once: enough to keep two processors busy, few enough for the engine of a development machine. */
const atOnce = 4;

/** Loads cases, each once. `advance` hears of each one that is there. Returns how many were loaded now. */
export async function loadCases(loading: Loading, cases: readonly LoadedCase[], advance: () => void = () => undefined): Promise<number> {
  const left = cases.values();
  let loaded = 0;
  const loader = async () => {
    for (const one of left) {
      if (await loadCase(loading, one)) loaded++;
      advance();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loader));
  return loaded;
}
