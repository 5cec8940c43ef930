import { randomUUID } from 'node:crypto';
import type { Browser } from './back-office.js';
import { answer, type Problem } from './cast.js';
import { anEvent, directors, inDays, startedWave, yearManager } from './directors-cast.js';
import { runningJalon } from './running.js';

interface Year {
  ref: string;
  own: boolean;
  stage: string;
  next: { kind: string; event?: { ref: string }; task?: { id: string; label: string } };
  progress: { launched: boolean; signed: boolean; visits: number };
  tasks: { id: string; label: string }[];
  dates: { ref: string; mine: { state: string } }[];
  delegates: { id: string; name: string }[];
}
interface Edition {
  people?: number;
  waves: { people?: number; stages: { key: string; count?: number }[]; reached: { key: string; count?: number }[] }[];
}

const jalon = runningJalon();
let manager: Browser;
let director: Browser;
let colleague: Browser;
let secretary: Browser;
let edition: string;
let session: string;
let mine: string;
let theirs: string;

beforeAll(async () => {
  manager = await yearManager(jalon);
  const people = await directors(jalon, 12);
  await directors(jalon, 1, 'Secretariat');
  const started = await startedWave(manager, people);
  edition = started.editionId;
  session = started.session;
  [director, colleague, secretary] = (await Promise.all(
    ['Directrice Exemple 1', 'Directrice Exemple 2', 'Secretariat Exemple 1'].map((name) => jalon.as(name)),
  )) as [Browser, Browser, Browser];
  const refOf = async (person: string) =>
    (await jalon.prisma.editionMember.findUniqueOrThrow({ where: { editionId_personId: { editionId: edition, personId: person } } }))
      .caseRef;
  mine = await refOf(people[0]!.id);
  theirs = await refOf(people[1]!.id);

  const again = await manager.post(`/directors/editions/${edition}/waves`, started.wave);
  expect(again.body).toEqual({ started: 0, already: 12 });
}, 240_000);
jest.setTimeout(120_000);

const year = async (who: Browser, ref = mine) => (await who.get<Year>(`/directors/years/${ref}`)).body;
const tag = ({ body }: { body: Problem }) => body.type.replace('urn:jalon:problem:', '');
const until = async <T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> => {
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('a director’s year', () => {
  it('begins with a seat at its session, and says what comes next', async () => {
    const seen = await until(
      () => year(director),
      ({ dates }) => dates.length === 1,
    );
    expect(seen).toMatchObject({ own: true, stage: 'launch', next: { kind: 'date', event: { ref: session } } });
    expect(seen.dates).toMatchObject([{ ref: session, mine: { state: 'confirmed' } }]);
  });

  it('is seen by its director and the program manager alone', async () => {
    for (const path of [`/directors/years/${mine}`, `/cases/${mine}`, `/cases/${mine}/timeline`]) {
      expect((await director.get(path)).status).toBe(200);
      expect((await colleague.get(path)).status).toBe(404);
    }
    for (const name of ['Mahé Contrôle', 'Gaël Témoin', 'Kim Cadran', 'Nour Système', 'Ariel Pilote']) {
      const who = await jalon.as(name);
      for (const path of [`/cases/${mine}`, `/cases/${session}`, `/cases/${mine}/journal`, `/directors/years/${mine}`])
        expect([name, path, (await who.get(path)).status < 400]).toEqual([name, path, false]);
    }
    expect((await manager.get(`/cases/${mine}`)).status).toBe(200);
    expect((await director.get<{ ref: string }[]>('/directors/years')).body.map(({ ref }) => ref)).toEqual([mine]);
  });

  it('sends its first date by mail, for the calendar of who reads it', async () => {
    const mail = await until(
      () => jalon.prisma.mail.findFirst({ where: { caseRef: mine, calendar: { not: null } } }),
      (found) => found !== null,
    );
    expect(mail?.calendar).toContain(`UID:${session}@`);
    expect(mail?.calendar).toContain('METHOD:PUBLISH');
  });
});

describe('a delegate', () => {
  it('is named by the director alone', async () => {
    const email = 'secretariat.1@exemple.gouv.invalid';
    expect((await secretary.get(`/directors/years/${mine}`)).status).toBe(404);
    expect((await colleague.post(`/directors/years/${mine}/delegates`, { email })).status).toBe(404);
    expect(tag(await director.post<Problem>(`/directors/years/${mine}/delegates`, { email: 'personne@exemple.gouv.invalid' }))).toBe(
      'personUnknown',
    );
    const named = await director.post<Year>(`/directors/years/${mine}/delegates`, { email });
    expect(named.body.delegates).toMatchObject([{ name: 'Secretariat Exemple 1' }]);
    expect((await secretary.get<{ ref: string; own: boolean }[]>('/directors/years')).body).toMatchObject([{ ref: mine, own: false }]);
  });

  it('books and gives back for the director, on their year only', async () => {
    const visit = await anEvent(manager, edition);
    const book = (who: Browser, ref: string, key = randomUUID()) =>
      who.post<{ state: string } & Problem>(`/seated-events/${visit}/bookings`, { year: ref }, key);
    expect((await book(secretary, theirs)).status).toBe(404);
    expect((await book(colleague, mine)).status).toBe(404);
    const key = randomUUID();
    expect((await book(secretary, mine, key)).body.state).toBe('confirmed');
    expect((await book(secretary, mine, key)).body.state).toBe('confirmed');
    const back = await secretary.post<{ state: string }>(`/seated-events/${visit}/presence`, { year: mine, coming: false });
    expect(back.body.state).toBe('givenBack');
    expect(tag(await colleague.post<Problem>(`/seated-events/${visit}/presence`, { year: theirs, coming: true }))).toBe('notBooked');
  });

  it('declines an offer, which is not made again', async () => {
    const visit = await anEvent(manager, edition, { title: 'Une startup d’État' });
    expect((await secretary.post(`/directors/years/${mine}/declined`, { event: visit })).status).toBe(200);
    expect((await secretary.post(`/directors/years/${mine}/declined`, { event: 'EVENEMENT-2026-999999' })).status).toBe(404);
    const { body } = await director.get<{ ref: string; declined: boolean }[]>(`/directors/years/${mine}/events`);
    expect(body.find(({ ref }) => ref === visit)?.declined).toBe(true);
  });

  it('prepares the commitment and cannot sign it', async () => {
    await attend();
    await until(
      () => year(director),
      ({ tasks }) => tasks.some(({ id }) => id.includes('prepare-commitment')),
    );
    const prepared = {
      text: 'Chaque projet montre un service utilisable tous les trois mois.',
      indicator: 'Projets qui ont montré un service',
      baseline: '2 sur 11',
      target: '8 sur 11',
      dueOn: inDays(330),
    };
    expect((await answer(secretary, mine, 'prepare-commitment-1', prepared)).status).toBe(200);
    const sign = { verdict: 'sign', mine: true };
    expect((await answer(secretary, mine, 'sign-commitment-1', sign)).status).toBe(404);
    expect((await year(secretary)).tasks.map(({ id }) => id)).not.toContain(`${mine}.sign-commitment-1`);
    expect((await year(director)).tasks.map(({ id }) => id)).toContain(`${mine}.sign-commitment-1`);
    expect((await answer(director, mine, 'sign-commitment-1', sign)).status).toBe(200);
    expect((await year(director)).progress).toMatchObject({ launched: true, signed: true });
    await until(
      async () => (await director.get<{ kind: string }[]>(`/cases/${mine}/documents`)).body,
      (documents) => documents.some(({ kind }) => kind === 'commitment'),
    );
  });

  it('is taken off by the director, and sees nothing any more', async () => {
    const { delegates } = await year(director);
    expect((await colleague.delete(`/directors/years/${mine}/delegates/${delegates[0]!.id}`)).status).toBe(404);
    expect((await director.delete(`/directors/years/${mine}/delegates/${delegates[0]!.id}`)).status).toBe(204);
    expect((await secretary.get(`/directors/years/${mine}`)).status).toBe(404);
  });
});

/** The day of the session: its own clock is moved there, and everybody on the list has come. */
async function attend(): Promise<void> {
  while (!(await manager.get<{ attendanceTask?: string }>(`/seated-events/${session}`)).body.attendanceTask)
    await manager.post(`/cases/${session}/fast-forward`, { to: 'next' });
  const { body } = await manager.get<{ people: { id: string }[] }>(`/seated-events/${session}`);
  expect((await answer(manager, session, 'record-attendance-1', { present: body.people.map(({ id }) => id) })).status).toBe(200);
}

describe('an edition', () => {
  it('is told in counts from which nobody can be recognised', async () => {
    await until(
      async () => (await manager.get<{ launched: boolean }[]>(`/directors/editions/${edition}/people`)).body,
      (people) => people.every(({ launched }) => launched),
    );
    const auditor = await jalon.as('Mahé Contrôle');
    const { body } = await auditor.get<Edition>(`/directors/editions/${edition}`);
    expect(body.people).toBe(12);
    const [wave] = body.waves;
    // Twelve were launched and nobody was not, one has signed: none of these is shown as a number.
    expect(wave?.reached.every(({ count }) => count === undefined)).toBe(true);
    expect((await auditor.get(`/directors/editions/${edition}/people`)).status).toBe(403);
    expect(
      (await manager.get<{ signed: boolean }[]>(`/directors/editions/${edition}/people`)).body.filter(({ signed }) => signed).length,
    ).toBe(1);
  });

  it('offers dates that a calendar takes, to who takes part', async () => {
    const visit = await anEvent(manager, edition, { title: 'Un atelier', kind: 'activity' });
    const own = await director.get<string>(`/directors/years/${mine}/calendar.ics`);
    expect(own.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(own.body).toContain(`UID:${session}@`);
    expect((await director.get<string>(`/seated-events/${visit}/calendar.ics`)).body).toContain('SUMMARY:Activité');
    expect((await secretary.get(`/seated-events/${visit}/calendar.ics`)).status).toBe(404);
  });

  it('tells everybody when an event is called off, and takes nobody any more', async () => {
    const visit = await anEvent(manager, edition, { title: 'Un site fermé' });
    await colleague.post(`/seated-events/${visit}/bookings`, { year: theirs });
    expect((await manager.post(`/seated-events/${visit}/call-off`, { reason: 'Le site n’est plus accessible.' })).status).toBe(200);
    expect(tag(await director.post<Problem>(`/seated-events/${visit}/bookings`, { year: mine }))).toBe('bookingsOver');
    const cancelled = await until(
      () => jalon.prisma.mail.findFirst({ where: { caseRef: theirs, calendar: { contains: 'METHOD:CANCEL' } } }),
      (found) => found !== null,
    );
    expect(cancelled?.calendar).toContain(`UID:${visit}@`);
  });

  it('is managed by its own program manager', async () => {
    const other = await jalon.as('Ariel Pilote');
    expect((await other.post('/directors/editions', { title: 'La mienne', startsOn: inDays(0) })).status).toBe(404);
    expect((await other.get(`/directors/editions/${edition}/people`)).status).toBe(404);
    expect((await other.get(`/seated-events/${session}`)).status).toBe(404);
    expect(
      tag(
        await manager.post<Problem>('/seated-events', {
          editionId: edition,
          kind: 'visit',
          title: 'Hier',
          place: 'Ici',
          on: inDays(-1),
          startsAt: '10:00',
          endsAt: '11:00',
          seats: 3,
        }),
      ),
    ).toBe('invalid');
  });
});
