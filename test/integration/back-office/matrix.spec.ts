import { DeclaredRights, type DeclaredRoute } from '../../../apps/back-office/permissions/declared-rights.js';
import { type Action, type Extent, extentOf } from '../../../apps/back-office/permissions/matrix.js';
import type { Role } from '../../../workflows/kit/people.js';
import { accessWords } from '../../../apps/back-office/accesses/access-words.js';
import { concrete } from './addresses.js';
import { filedCase } from './applications.js';
import { bodiless, bodies } from './bodies.js';
import type { Problem } from './cast.js';
import { type Cell, cells, holderEverywhere, matrixCast, type MatrixCast, people, type Standing } from './matrix-cast.js';
import { runningJalon } from './running.js';

const title = 'Titre d’un dossier de la matrice';
const jalon = runningJalon();
let cast: MatrixCast;
let documents: ReadonlyMap<string, string>;

beforeAll(async () => {
  const applicant = await jalon.as('Camille Exemple');
  const refs: string[] = [];
  for (let n = 0; n < 4; n++) refs.push(await filedCase(applicant, { title: `${title} ${n}` }));
  cast = await matrixCast(jalon, refs);
  const filed = await jalon.prisma.document.findMany({ where: { caseRef: { in: refs } } });
  documents = new Map(filed.flatMap(({ caseRef, id }) => (caseRef === null ? [] : [[caseRef, id] as const])));
}, 120_000);
jest.setTimeout(120_000);

const routes = () => jalon.app.get(DeclaredRights).routes();
const operation = ({ handler }: DeclaredRoute) => handler.split('.')[1] ?? '';
/** Routes that any case, whatever its procedure, is read or changed by. */
const isAboutCases = ({ path }: DeclaredRoute) => /^\/api\/(cases\/:ref|tasks\/:id|documents\/:id)/.test(path);

type Outcome = 'refused' | 'closed' | 'open';

/** How far each word of the matrix goes. */
const reaches: Readonly<Record<Extent, readonly Cell[]>> = {
  o: ['own'],
  ask: ['own'],
  propose: ['own'],
  shared: ['own'],
  a: ['own'],
  'after lock': ['own'],
  'at meeting': ['own'],
  scope: ['own'],
  '✓': ['own', 'perimeter'],
  d: ['own', 'perimeter'],
};

/** Rights without which the route's own does not lead to the case. */
const also: Readonly<Record<string, Action>> = {
  // Some may export figures of cases that they do not read; a piece is taken back by who reads it.
  exportCase: 'read file',
  deleteDocument: 'read file',
};

/** What a route says of a case of another kind, or of a thing that this person does not have. */
const never: ReadonlySet<string> = new Set(['getJourneyFunding', 'deleteNote']);

const reached = (action: Action, role: Role, cell: Cell): boolean => {
  const extent = extentOf(action, role);
  if (extent === undefined) return false;
  // The raw journal and who read it: for the program manager, all cases of the program.
  if (action === 'audit log' && role === 'programManager') return cell !== 'foreign';
  return reaches[extent].includes(cell);
};

/** What the matrix says of the cell. */
function expected(route: DeclaredRoute, role: Role, cell: Cell): Outcome {
  const action = route.right as Action;
  if (extentOf(action, role) === undefined) return 'refused';
  if (never.has(operation(route))) return 'closed';
  if (operation(route) === 'listReaders') return cell === 'own' && extentOf('read file', role) === 'o' ? 'open' : 'closed';
  // Whose right to file is their own applications' takes back a piece of what they read.
  const further = also[operation(route)];
  const actions = operation(route) === 'deleteDocument' ? [] : [action];
  return [...actions, ...(further ? [further] : [])].every((one) => reached(one, role, cell)) ? 'open' : 'closed';
}

async function asked(route: DeclaredRoute, { who, ref, task }: Standing, payload: object): Promise<{ outcome: Outcome; status: number }> {
  const url = concrete(route.path, { ref, task, document: documents.get(ref)! });
  if (route.method === 'GET') {
    const { status, bytes } = await who.bytes('GET', url);
    return { outcome: outcomeOf(status === 200 ? undefined : (JSON.parse(bytes.toString()) as Problem)), status };
  }
  const key = { 'idempotency-key': crypto.randomUUID() };
  const { status, body } = await who.request<Problem>(route.method, url, { payload, headers: key });
  return { outcome: outcomeOf(status < 300 ? undefined : body), status };
}

const outcomeOf = (problem: Problem | undefined): Outcome =>
  problem?.type === 'urn:jalon:problem:forbidden' ? 'refused' : problem?.type === 'urn:jalon:problem:notFound' ? 'closed' : 'open';

/** Opens a case to an administrator for an hour: it would change the cells that come after it. */
const apart = new Set(['breakGlass']);

describe.each(people)('the matrix for a %s', (role) => {
  it.each(cells)('is what every route about a case does: %s', async (cell) => {
    const standing = cast.get(role)![cell];
    const found: string[] = [];
    const agreed: string[] = [];
    for (const route of routes().filter(isAboutCases)) {
      const wanted = expected(route, role, cell);
      if (apart.has(operation(route)) && wanted === 'open') continue;
      // Days would really pass.
      const payload = operation(route) === 'fastForwardCase' && wanted === 'open' ? {} : (bodies[operation(route)]?.() ?? {});
      const { outcome, status } = await asked(route, standing, payload);
      const cellOf = (what: string) => `${route.method} ${route.path} ${what}`;
      found.push(cellOf(status >= 500 && status !== 503 ? `failed with ${status}` : outcome));
      agreed.push(cellOf(wanted));
    }
    expect(found.length).toBeGreaterThan(25);
    expect(found).toEqual(agreed);
  });

  it('holds for every other route: refused to whom the matrix gives nothing', async () => {
    // Some routes are about one programme: who holds the role everywhere is refused none of those that the matrix gives.
    const who = await holderEverywhere(jalon, role);
    for (const { method, path, right } of routes().filter((route) => !isAboutCases(route))) {
      if (right === undefined || right === 'public' || right === 'signed in' || right === 'client') continue;
      const { status, body } = await who.request<Problem>(method, concrete(path), { payload: {} });
      if (extentOf(right, role) === undefined)
        expect(`${method} ${path} ${status} ${body.type}`).toBe(`${method} ${path} 403 urn:jalon:problem:forbidden`);
      else expect(`${method} ${path} ${status}`).not.toBe(`${method} ${path} 403`);
    }
  });
});

/** Lists that name cases which some do not read: incidents and reads are followed by those who look after the service. */
const opens = async ({ who }: Standing, ref: string) =>
  (await who.get(`/cases/${ref}`)).status === 200 || (await who.get(`/cases/${ref}/journal`)).status === 200;

describe.each(people)('lists, to a %s', (role) => {
  it.each(cells)('say nothing that the object’s own route refuses: %s', async (cell) => {
    const standing = cast.get(role)![cell];
    const lists = routes().filter(({ method, path, right }) => method === 'GET' && !path.includes(':') && right !== 'public');
    expect(lists.length).toBeGreaterThan(20);
    for (const { path } of lists) {
      const { status, bytes } = await standing.who.bytes(
        'GET',
        `${path.replace('/api', '')}${path === '/api/tasks' ? '?scope=all&limit=100' : ''}`,
      );
      if (status !== 200) continue;
      const said = bytes.toString();
      for (const ref of new Set(said.match(/[A-Z]+-\d{4}-\d{6}/g) ?? []))
        expect([path, ref, await opens(standing, ref)]).toEqual([path, ref, true]);
      const named = (await jalon.prisma.caseFile.findMany()).filter((one) => said.includes(one.title));
      for (const { ref } of named) expect([path, ref, (await standing.who.get(`/cases/${ref}`)).status]).toEqual([path, ref, 200]);
    }
  });

  it.each(cells)('of cases, tasks and documents hold exactly what opens: %s', async (cell) => {
    const { who } = cast.get(role)![cell];
    const ids = async (path: string, key: 'id' | 'ref') => {
      const { status, body } = await who.get<{ items?: Record<string, string>[] } & Record<string, string>[]>(path);
      return new Set(status === 200 ? (body.items ?? body).map((one) => one[key]) : []);
    };
    const opened = async (all: readonly string[], path: (id: string) => string) => {
      const found = new Set<string>();
      for (const id of all) if ((await who.bytes('GET', path(id))).status === 200) found.add(id);
      return found;
    };
    const cases = (await jalon.prisma.caseFile.findMany()).map(({ ref }) => ref);
    const listed = await ids('/cases?limit=100', 'ref');
    expect(listed).toEqual(await opened(cases, (ref) => `/cases/${ref}`));
    const tasks = (await jalon.prisma.task.findMany({ where: { status: 'open' } })).map(({ id }) => id);
    expect(await ids('/tasks?scope=all&limit=100', 'id')).toEqual(await opened(tasks, (id) => `/tasks/${id}`));
    for (const ref of cases) {
      const attached = (await jalon.prisma.document.findMany({ where: { caseRef: ref } })).map(({ id }) => id);
      const shown = await ids(`/cases/${ref}/documents`, 'id');
      expect(shown).toEqual(await opened(attached, (id) => `/documents/${id}`));
      expect(shown).toEqual(await opened(attached, (id) => `/documents/${id}/content`));
    }
  });
});

it('knows what every operation that changes something takes', () => {
  const changing = routes().filter(
    ({ method, path, right }) => !['GET', 'DELETE'].includes(method) && path.includes(':') && right !== 'public',
  );
  const unknown = changing.map(operation).filter((one) => !(one in bodies) && !bodiless.has(one));
  expect(unknown).toEqual([]);
});

it('has words for every read of a case that it may leave', async () => {
  const left = await jalon.prisma.accessEntry.findMany({ distinct: ['what'], select: { what: true } });
  expect(left.length).toBeGreaterThan(8);
  const about = /\/(cases|tasks|documents|drafts|mails|cohorts|members|sessions|years|seated-events)\/:(ref|id)/;
  // Reads of who read, which say nothing of the case.
  const apart = ['listCaseAccesses'];
  const reading = routes().filter(({ method, path }) => method === 'GET' && about.test(path));
  const operations = [...left.map(({ what }) => what), ...reading.map(operation)];
  expect(operations.filter((one) => !apart.includes(one) && accessWords(one) === undefined)).toEqual([]);
});
