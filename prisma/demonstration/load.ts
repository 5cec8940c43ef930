// Demonstration cases whose past was rehearsed, loaded into a running Jalon; its surroundings are those of the worker (DATABASE_URL,
// TEMPORAL_ADDRESS, JALON_FILES, JALON_CODEC_KEYS). An interrupted loading goes on; what is there is left alone.
import { progressBar } from '#activities/journal/commands/progress-bar.js';
import { refreshForecasts } from '#activities/forecast/refresh.js';
import { loadDirectors } from './directors/index.js';
import { loadGrantsAndJourneys } from './grants-and-journeys.js';
import { withLoading } from './open-loading.js';
import type { Part, Progress } from './part.js';

/** The last one ends with the note by which the launcher knows that all is there. */
const parts: readonly Part[] = [loadDirectors, loadGrantsAndJourneys];

const progress: Progress = (title, total) => {
  const show = progressBar(title, total, 'dossiers');
  let done = 0;
  return () => {
    show(++done);
  };
};

await withLoading(process.env, async (loading) => {
  for (const load of parts) await load(loading, progress);
  // The board foretells from the first day on, not from the next morning.
  await refreshForecasts(loading.prisma, Date.now());
});
