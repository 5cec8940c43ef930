import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { openCallId } from './seed-calls.js';
import { fileApplication } from './seed-filing.js';
import { answer, each, intervene, person } from './seed-play.js';
import { applicationOf, projects, type Reached, type SeedProject } from './seed-projects.js';
import { conveneNext, type Filed, holdForToday } from './seed-session.js';
import { afterCommittee, beforeCommittee, type SeedStep } from './seed-steps.js';

/** Until the committee. */
async function begin(project: SeedProject): Promise<Filed> {
  const startsOn = addDays(civilDateAt(Date.now()), 200);
  const ref = await fileApplication(project.owner, openCallId, applicationOf(project, startsOn));
  const { reached } = project;
  if (reached === 'piecesAsked') {
    const request = {
      verdict: 'pieces',
      missing: ['mandate'],
      daysGiven: 30,
      comment: 'La délégation jointe a expiré : envoyez celle en vigueur.',
    };
    await answer('Noa Échantillon', ref, 'check-completeness', request);
  } else if (reached === 'inadmissible') {
    const reasons = 'Règlement de l’appel, article 2 : la location de matériel n’est pas une action de formation.';
    await answer('Noa Échantillon', ref, 'check-completeness', { verdict: 'inadmissible', reasons });
  } else await goOn({ ref, project }, beforeCommittee);
  return { ref, project };
}

async function goOn({ ref, project }: Filed, steps: readonly SeedStep[]): Promise<void> {
  for (const { until, play } of steps) {
    if (until.includes(project.reached)) return;
    await play(ref, project, civilDateAt(Date.now()));
  }
}

async function finish({ ref, project }: Filed): Promise<void> {
  if (isHeard(project)) await goOn({ ref, project }, afterCommittee);
  if (project.reached === 'withdrawn')
    await intervene(project.owner, ref, { kind: 'withdraw', reason: 'Le projet est financé autrement.' });
  if (project.reached === 'paused')
    await intervene('Ariel Pilote', ref, {
      kind: 'pause',
      cause: 'Réorganisation du porteur',
      reason: 'Le porteur change de direction générale.',
    });
  if (project.daysLater !== undefined)
    await (await person('Ariel Pilote')).send('POST', `/cases/${ref}/fast-forward`, { days: project.daysLater });
}

const heard: ReadonlySet<Reached> = new Set(['decision', 'waitingList', 'refused', 'convention', 'commitment', 'instalment', 'paid']);
const isHeard = ({ reached }: SeedProject) => heard.has(reached);

/** Plays all projects that are not there yet to where they are shown. Cases are never deleted: one that is there already is left as it is. */
export async function seedGrants(): Promise<void> {
  const { items } = await (await person('Ariel Pilote')).get<{ items: { title: string }[] }>('/cases?limit=100');
  const missing = projects.filter(({ title }) => !items.some((one) => one.title === title));
  const filed: Filed[] = [];
  await each(missing, async (project) => void filed.push(await begin(project)));
  // They were filed side by side; ranks follow the order in which they are written.
  filed.sort((a, b) => projects.indexOf(a.project) - projects.indexOf(b.project));
  await holdForToday(filed.filter(({ project }) => isHeard(project)));
  await conveneNext(filed.filter(({ project }) => project.reached === 'committee'));
  await each(filed, finish);
}
