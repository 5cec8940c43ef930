import { randomUUID } from 'node:crypto';
import { closedCallId } from '../../../prisma/seed-calls.js';
import { extentOf } from '../../../apps/back-office/permissions/matrix.js';
import { DeclaredRights, type DeclaredRoute } from '../../../apps/back-office/permissions/declared-rights.js';
import type { Role } from '../../../workflows/kit/people.js';
import { concrete, type Ids } from './addresses.js';
import { pdf } from './applications.js';
import type { Browser } from './back-office.js';
import { bodies } from './bodies.js';
import type { Problem } from './cast.js';
import { type World, worldOf } from './idor-world.js';
import { people } from './matrix-cast.js';
import { runningJalon } from './running.js';

const jalon = runningJalon();
let world: World;
const foreigners = new Map<string, Browser>();
/** Roles that reach only what they are given to do: somebody who is given nothing reaches nothing, whatever their perimeter. */
const assigned: readonly Role[] = people.filter((role) => extentOf('read file', role) === 'a');

beforeAll(async () => {
  world = await worldOf(jalon);
  // A perimeter in which nothing lies; the people whom procedures are about have none.
  const elsewhere = [{ procedure: 'canum' }, { callId: closedCallId }];
  for (const role of people) await foreigner(`${role} of another perimeter`, role, extentOf('read file', role) === 'o' ? [{}] : elsewhere);
  for (const role of assigned) await foreigner(`${role} who is given nothing`, role, [{ groupName: 'Un autre guichet' }]);
}, 240_000);

async function foreigner(name: string, role: Role, perimeters: readonly object[]) {
  const id = randomUUID();
  const grants = perimeters.map((perimeter) => ({ id: randomUUID(), role, ...perimeter }));
  const email = `${id}@exemple.gouv.invalid`;
  await jalon.prisma.person.create({ data: { id, name, email, synthetic: true, grants: { create: grants } } });
  foreigners.set(name, await jalon.as(name));
}
jest.setTimeout(240_000);

const operation = ({ handler }: DeclaredRoute) => handler.split('.')[1] ?? '';

/** Routes with an id that are everybody's who is signed in. */
const everybodys: ReadonlySet<string> = new Set([
  // The register of bodies is public.
  'findBody',
  // A year is no id: what is counted in it is what the person may count.
  'getCohortYear',
  // Whoever may file a demand applies to a cohort; what they are given is their own.
  'beginCohortApplication',
]);

/** For each route, every id of somebody else's that it could be given. */
function targets({ path }: DeclaredRoute): Ids[] {
  const { grant, session, cohort, member, year, event, ids, draftDocument } = world;
  const cases = [grant, session, cohort, member, year, event];
  if (path.startsWith('/api/documents/')) return [ids.document, draftDocument].map((document) => ({ ...ids, document }));
  if (path.startsWith('/api/tasks/')) return tasks().map((task) => ({ ...ids, task }));
  if (path.includes(':ref')) return cases.map((ref) => ({ ...ids, ref }));
  return [ids];
}

let openTasks: readonly string[] = [];
beforeAll(async () => {
  const asked = await jalon.prisma.task.findMany({ distinct: ['caseRef', 'role'], select: { id: true } });
  openTasks = asked.map(({ id }) => id);
});
const tasks = () => openTasks;

/** The same address with ids of the same shape that exist nowhere. */
const nowhere = ({ path }: DeclaredRoute) => concrete(path);

async function answerTo(who: Browser, { method }: DeclaredRoute, url: string, payload: object): Promise<string> {
  if (method === 'GET') {
    const { status, bytes } = await who.bytes('GET', url);
    return status === 200 ? '200' : `${status} ${(JSON.parse(bytes.toString()) as Problem).type}`;
  }
  const { status, body } = await who.request<Problem>(method, url, { payload, headers: { 'idempotency-key': randomUUID() } });
  return status < 300 ? String(status) : `${status} ${body.type}`;
}

const closed = /^(403 urn:jalon:problem:forbidden|404 urn:jalon:problem:notFound)$/;

const everybody = [...people.map((role) => `${role} of another perimeter`), ...assigned.map((role) => `${role} who is given nothing`)];

describe.each(everybody)('to a %s', (name) => {
  it('every id of every kind is as one that does not exist', async () => {
    const who = foreigners.get(name)!;
    const routes = jalon.app.get(DeclaredRights).routes();
    const withIds = routes.filter((route) => route.path.includes(':') && route.right !== 'public' && !everybodys.has(operation(route)));
    expect(withIds.length).toBeGreaterThan(60);
    const leaks: string[] = [];
    for (const route of withIds) {
      const payload = bodies[operation(route)]?.() ?? {};
      const absent = await answerTo(who, route, nowhere(route), payload);
      for (const ids of targets(route)) {
        const url = concrete(route.path, ids);
        const found = await answerTo(who, route, url, payload);
        if (!closed.test(found) || found !== absent) leaks.push(`${route.method} ${url}: ${found}; absent: ${absent}`);
      }
    }
    expect(leaks).toEqual([]);
  });

  it('nothing can be sent onto somebody’s case or draft', async () => {
    const who = foreigners.get(name)!;
    const { grant, session, cohort, member, year, ids } = world;
    const places = [...[grant, session, cohort, member, year].map((caseRef) => ({ caseRef })), { draftId: ids.draft }];
    const absent = await who.upload<Problem>({ caseRef: 'FTAP-2026-999999' }, 'a.pdf', pdf);
    for (const place of places) {
      const { status, body } = await who.upload<Problem>(place, 'a.pdf', pdf);
      expect([place, status, body.type]).toEqual([place, absent.status, absent.body.type]);
      expect([403, 404]).toContain(status);
    }
  });

  it('an id of somebody’s in a body or a query is none either', async () => {
    const who = foreigners.get(name)!;
    const { ids, event } = world;
    const others: readonly [string, string][] = [
      ['/accesses', `ref=${world.grant}`],
      ['/seated-events', `editionId=${ids.edition}`],
      ['/sessions/candidates', `callId=${ids.call}`],
    ];
    for (const [path, query] of others) {
      const said = (await who.bytes('GET', `${path}?${query}`)).bytes.toString();
      expect([path, said.includes(world.grant) || said.includes(event)]).toEqual([path, false]);
    }
    const booked = await who.post<Problem>(`/seated-events/${event}/bookings`, { year: world.year });
    expect([403, 404]).toContain(booked.status);
  });
});

describe('lists, to everybody who has an account', () => {
  /** Cohorts that receive applications are told to whoever may apply; a mail is its receiver's, also when its case has gone to others. */
  const announced = new Set(['/api/cohorts/open', '/api/mails']);

  it('name no case that the person could not open', async () => {
    const lists = jalon.app
      .get(DeclaredRights)
      .routes()
      .filter(({ method, path, right }) => method === 'GET' && !path.includes(':') && right !== 'public' && !announced.has(path));
    const leaks: string[] = [];
    for (const { name } of await jalon.prisma.person.findMany({ where: { email: { endsWith: '@exemple.gouv.invalid' } } })) {
      const who = await jalon.as(name);
      const opened = new Map<string, boolean>();
      const opens = async (ref: string) => {
        const known = opened.get(ref) ?? (await opensEither(who, ref));
        opened.set(ref, known);
        return known;
      };
      for (const { path } of lists) {
        const { status, bytes } = await who.bytes('GET', path.replace('/api', ''));
        if (status !== 200) continue;
        for (const ref of new Set(bytes.toString().match(/[A-Z]+-\d{4}-\d{6}(-\d+)?/g) ?? []))
          if (!(await opens(ref))) leaks.push(`${name} ${path} ${ref}`);
      }
    }
    expect(leaks).toEqual([]);
  });
});

/** As a case; or, for who looks after the service and reads no content, by who read it. */
const opensEither = async (who: Browser, ref: string) =>
  (await who.get(`/cases/${ref}`)).status === 200 || (await who.get(`/cases/${ref}/accesses`)).status === 200;
