import type { JourneyNews } from './tasks/funded-journeys.js';

export interface JourneyCounts {
  readonly started: number;
  readonly completed: number;
  /** By the last news of each. */
  readonly inPost: number;
}

/** The journeys of reconversion that a grant pays for, as they tell of themselves: references, in the order of their news. */
export class FundedJourneys {
  private readonly heard = new Set<string>();
  private readonly startedOnes = new Set<string>();
  private readonly completedOnes = new Set<string>();
  private readonly posts = new Map<string, boolean>();

  /** Whether this is new: told twice is told once. */
  hear(news: JourneyNews): boolean {
    const { ref, what } = news;
    const said = `${ref} ${what}${what === 'followUp' ? ` ${news.months}` : ''}`;
    if (this.heard.has(said)) return false;
    this.heard.add(said);
    if (what === 'started') this.startedOnes.add(ref);
    if (what === 'completed') this.completedOnes.add(ref);
    if ('inPost' in news) this.posts.set(ref, news.inPost);
    return true;
  }

  get started(): number {
    return this.startedOnes.size;
  }

  /** References of those whose jury validated them: agents reconverted [D]. */
  get completed(): readonly string[] {
    return [...this.completedOnes];
  }

  get counts(): JourneyCounts {
    return {
      started: this.started,
      completed: this.completedOnes.size,
      inPost: [...this.posts.values()].filter((isInPost) => isInPost).length,
    };
  }
}
