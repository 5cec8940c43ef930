import type { Loading } from '#activities/demonstration/loading.js';

/** Begins to show how far a part has come, in French; what it gives back is called for each case that is there. */
export type Progress = (title: string, total: number) => () => void;

/** Loads one part of the demonstration's histories. Again, it changes nothing. */
export type Part = (loading: Loading, progress: Progress) => Promise<void>;
