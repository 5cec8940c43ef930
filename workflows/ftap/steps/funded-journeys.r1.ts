import type { CaseFile } from '../../kit/case-file.js';
import { effectsCounted } from '../effects-to-measure.js';
import type { Grant } from '../grant.js';
import { journeyTold, type JourneyNews } from '../tasks/funded-journeys.js';

/** Journeys that the grant pays for tell how they go, from the convention to the end of the case. Opened again after a `clear`. */
export async function hearJourneys(file: CaseFile, grant: Grant): Promise<never> {
  for (;;) {
    const { data } = await file.expect(journeyTold, { from: { role: 'programManager' }, optional: true });
    if (grant.journeys.hear(data)) keep(file, grant, data);
  }
}

/** Each piece of news is a figure of the grant, in agents; its evidence is the reference of the journey's case. */
function keep(file: CaseFile, grant: Grant, news: JourneyNews): void {
  const { ref, what } = news;
  const value = 'inPost' in news && !news.inPost ? 0 : 1;
  file.measure(`funded/${what === 'followUp' ? `inPost/m${news.months}` : what}`, value, 'agents', [ref]);
  if (what === 'completed') countReconverted(file, grant, 0);
}

/** Agents reconverted by now, for each effect that promises some; `months` after the project's end, 0 while it runs. */
export function countReconverted(file: CaseFile, { input, journeys: { completed } }: Grant, months: number): void {
  for (const { key, unit, baseline } of effectsCounted(input))
    file.measure(`effect/${key}/m${months}`, baseline + completed.length, unit, completed);
}
