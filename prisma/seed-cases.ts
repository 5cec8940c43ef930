// Demonstration cases, played through the API of a running Jalon (JALON_BASE_URL): filed, studied, decided, paid, late, paused.
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { ApiPerson } from './seed-api.js';
import { openCallId } from './seed-calls.js';
import { applicationOf, projects, type Reached, type SeedProject } from './seed-projects.js';

const baseUrl = process.env.JALON_BASE_URL ?? 'http://127.0.0.1:3000';
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n';
const signedIn = new Map<string, Promise<ApiPerson>>();

interface CaseView {
  readonly status: string;
  readonly today: string;
  readonly waits: readonly { readonly id: string; readonly kind: string; readonly label: string; readonly mayAct: boolean }[];
}

/** The person of this name, signed in once. */
async function person(name: string): Promise<ApiPerson> {
  const accounts = await demonstrationAccounts;
  const email = accounts.find((account) => account.name === name)?.email;
  if (email === undefined) throw new Error(`No demonstration account is called ${name}.`);
  const known = signedIn.get(name) ?? ApiPerson.signIn(baseUrl, email);
  signedIn.set(name, known);
  return known;
}

const demonstrationAccounts = fetch(`${baseUrl}/api/demonstration/accounts`).then(
  (response) => response.json() as Promise<{ email: string; name: string }[]>,
);

async function fileApplication(project: SeedProject): Promise<string> {
  const owner = await person(project.owner);
  const { id, version } = await owner.send<{ id: string; version: number }>('POST', '/drafts', { callId: openCallId });
  const piece = async (name: string) => [await owner.upload({ draftId: id }, name, pdf)];
  const pieces = {
    budget: await piece('Plan de financement.pdf'),
    mandate: await piece('Délégation de signature.pdf'),
    programme: project.thousands > 100 ? await piece('Programme détaillé.pdf') : [],
  };
  await owner.send('PUT', `/drafts/${id}`, { content: { ...applicationOf(project), pieces }, version });
  return (await owner.send<{ ref: string }>('POST', `/drafts/${id}/file`, {})).ref;
}

/** Answers the case's task as the person; `nth` counts the tasks of that kind. */
const answer = async (name: string, ref: string, key: string, value: object, nth = 1) =>
  (await person(name)).send('POST', `/tasks/${ref}.${key}-${nth}/answer`, { answer: value });

/** Tells the case that what it expects of this person has happened. */
async function happen(name: string, ref: string, key: string, data: object) {
  const who = await person(name);
  const { waits } = await who.get<CaseView>(`/cases/${ref}`);
  const wait = waits.find(({ id, kind, mayAct }) => kind === 'event' && mayAct && id.startsWith(key));
  if (wait) await who.send('POST', `/cases/${ref}/events/${wait.id}`, { data });
}

const why = 'Le besoin est établi, la méthode éprouvée et le coût par agent formé raisonnable.';

const grid = (score: number) => ({
  noConflict: true,
  marks: Object.fromEntries(
    ['need', 'pedagogy', 'reuse', 'feasibility', 'budget'].map((key, index) => [
      key,
      { score: score - (index % 3), why: 'Le dossier le montre.' },
    ]),
  ),
  opinion: score > 10 ? 'favourable' : 'reserved',
  summary: 'Projet utile à plusieurs ministères ; équipe prête, calendrier tenable.',
});

/** What it takes to bring a case one step further. */
const steps: readonly {
  readonly until: readonly Reached[];
  readonly play: (ref: string, project: SeedProject, today: string) => Promise<unknown>;
}[] = [
  { until: ['filed', 'withdrawn', 'paused'], play: (ref) => answer('Sacha Modèle', ref, 'check-completeness', { verdict: 'complete' }) },
  {
    until: ['studied'],
    play: async (ref) => {
      await answer('Sacha Modèle', ref, 'score-application', grid(15));
      await answer('Maé Spécimen', ref, 'expert-opinion', { opinion: 'favourable', reasons: why });
    },
  },
  {
    until: ['oneGrid'],
    play: async (ref) => {
      await answer('Charlie Démo', ref, 'score-application', grid(13), 2);
      await answer(
        'Lou Prototype',
        ref,
        'expert-opinion',
        { opinion: 'reserved', reasons: 'Les sous-titres des vidéos restent à prévoir.' },
        2,
      );
    },
  },
  {
    until: ['committee'],
    play: (ref, { thousands }, metOn) =>
      answer('Claude Essai', ref, 'committee-result', { result: 'favourable', metOn, amountCents: thousands * 1_000_00 }),
  },
  {
    until: ['decision'],
    play: (ref, { reached, thousands }) =>
      answer(
        'Gaël Témoin',
        ref,
        'decide',
        reached === 'refused'
          ? {
              decision: 'refuse',
              inLaw: 'Règlement de l’appel, article 3 : les dépenses de fonctionnement courant sont exclues.',
              inFact: 'Le projet finance pour l’essentiel des abonnements et du matériel de bureau.',
            }
          : { decision: 'award', amountCents: thousands * 1_000_00, why },
      ),
  },
  {
    until: ['refused', 'convention'],
    play: async (ref, { owner }, signedOn) => {
      await happen(owner, ref, 'convention-signed', { signedOn, signedBy: `${owner}, directeur`, documents: [] });
      await happen('Gaël Témoin', ref, 'convention-signed', { signedOn, signedBy: 'Gaël Témoin, directeur', documents: [] });
    },
  },
  {
    until: ['commitment'],
    play: (ref, _project, committedOn) => answer('Ange Imaginaire', ref, 'record-commitment', { ejNumber: '2100000042', committedOn }),
  },
  {
    until: ['instalment'],
    play: async (ref, { owner, thousands }, paidOn) => {
      const document = await (await person(owner)).upload({ caseRef: ref }, 'Coordonnées bancaires.pdf', pdf);
      await answer(owner, ref, 'request-instalment', { statement: 'Le projet démarre comme prévu.', documents: [document] });
      await answer('Sacha Modèle', ref, 'certify-service', { verdict: 'certify' });
      await answer('Gaël Témoin', ref, 'order-payment', { ordered: true });
      await happen('Ange Imaginaire', ref, 'payment-confirmed', { paidOn, amountCents: thousands * 300_00, chorusNumber: '1900000007' });
    },
  },
];

async function play(project: SeedProject): Promise<void> {
  const ref = await fileApplication(project);
  const today = civilDateAt(Date.now());
  const { reached } = project;
  if (reached === 'piecesAsked') {
    const request = {
      verdict: 'pieces',
      missing: ['mandate'],
      daysGiven: 30,
      comment: 'La délégation jointe a expiré : envoyez celle en vigueur.',
    };
    await answer('Noa Échantillon', ref, 'check-completeness', request);
  } else if (reached === 'inadmissible') {
    const reasons = 'Règlement de l’appel, article 2 : la location de matériel n’est pas une action de formation.';
    await answer('Noa Échantillon', ref, 'check-completeness', { verdict: 'inadmissible', reasons });
  } else {
    for (const { until, play: next } of steps) {
      if (until.includes(reached)) break;
      await next(ref, project, today);
    }
  }
  if (reached === 'withdrawn') await intervene(project.owner, ref, { kind: 'withdraw', reason: 'Le projet est financé autrement.' });
  if (reached === 'paused')
    await intervene('Ariel Pilote', ref, {
      kind: 'pause',
      cause: 'Réorganisation du porteur',
      reason: 'Le porteur change de direction générale.',
    });
  if (project.daysLater !== undefined)
    await (await person('Ariel Pilote')).send('POST', `/cases/${ref}/fast-forward`, { days: project.daysLater });
}

const intervene = async (name: string, ref: string, intervention: object) =>
  (await person(name)).send('POST', `/cases/${ref}/interventions`, intervention);

const { items } = await (await person('Ariel Pilote')).get<{ items: { title: string }[] }>('/cases?limit=100');
// Cases are never deleted: one that is there already is left as it is.
const waiting = projects.filter(({ title }) => !items.some((one) => one.title === title));
// A few at a time: the development server has one lock.
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let project = waiting.shift(); project; project = waiting.shift()) await play(project);
  }),
);
