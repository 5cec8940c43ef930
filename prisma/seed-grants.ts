import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { openCallId } from './seed-calls.js';
import { fileApplication } from './seed-filing.js';
import { answer, caseOf, each, fastForward, intervene, person } from './seed-play.js';
import { applicationOf, projects, type Reached, type SeedProject } from './seed-projects.js';
import { conveneNext, type Filed, holdForToday } from './seed-session.js';
import { afterCommittee, beforeCommittee, type SeedStep } from './seed-steps.js';

/** Until the committee; a case that was filed already goes on from where it is. */
async function begin(project: SeedProject, known: string | undefined): Promise<Filed> {
  const startsOn = addDays(civilDateAt(Date.now()), 200);
  const ref = known ?? (await fileApplication(project.owner, openCallId, applicationOf(project, startsOn)));
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
  const { status, today } = await caseOf(ref);
  if (status === 'open' && project.reached === 'withdrawn')
    await intervene(project.owner, ref, { kind: 'withdraw', reason: 'Le projet est financé autrement.' });
  if (status === 'open' && project.reached === 'paused')
    await intervene('Ariel Pilote', ref, {
      kind: 'pause',
      cause: 'Réorganisation du porteur',
      reason: 'Le porteur change de direction générale.',
    });
  if (project.daysLater !== undefined && today === civilDateAt(Date.now())) await fastForward(ref, { days: project.daysLater });
}

const heard: ReadonlySet<Reached> = new Set(['decision', 'waitingList', 'refused', 'convention', 'commitment', 'instalment', 'paid']);
const isHeard = ({ reached }: SeedProject) => heard.has(reached);

/** Plays all projects to where they are shown. Cases are never deleted: one that is there is taken up where it is. */
export async function seedGrants(): Promise<void> {
  const { items } = await (await person('Ariel Pilote')).get<{ items: { title: string; ref: string }[] }>('/cases?limit=100');
  const filed: Filed[] = [];
  await each(projects, async (project) => {
    filed.push(await begin(project, items.find(({ title }) => title === project.title)?.ref));
  });
  // They were filed side by side; ranks follow the order in which they are written.
  filed.sort((a, b) => projects.indexOf(a.project) - projects.indexOf(b.project));
  await holdForToday(await stillToHear(filed.filter(({ project }) => isHeard(project))));
  await conveneNext(filed.filter(({ project }) => project.reached === 'committee'));
  await each(filed, finish);
}

/** Without those that a session has heard. */
async function stillToHear(cases: readonly Filed[]): Promise<Filed[]> {
  const waiting: Filed[] = [];
  for (const one of cases) if ((await caseOf(one.ref)).waits.some(({ id }) => id === 'committee-heard-1')) waiting.push(one);
  return waiting;
}
