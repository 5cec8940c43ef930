import { addDays, type Instant } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { directorsYearInput, type DirectorsYearInput } from '#workflows/directors-year/input.js';
import { yearTerms } from '#workflows/directors-year/terms.js';
import { occasionOf, type SeatedEventInput } from '#workflows/seated-event/input.js';
import { seedId } from '../../seed-id.js';
import { Chance } from '../chance.js';
import { demoRef } from '../demo-ref.js';
import { Ensemble } from '../ensemble.js';
import { officeTime } from '../working-day.js';
import { Bookings } from './bookings.js';
import { changePosts } from './changes-of-post.js';
import { Director } from './director.js';
import {
  directorsOfAllWaves,
  type EditionPlan,
  editionPlan,
  editionTerms,
  eventsOf,
  type PlannedEvent,
  type Wave,
} from './edition-plan.js';
import { type InventedDirector, inventedDirectors, lois } from './invented-directors.js';
import { type Comes, eventInput, eventPart, manager, yearPart } from './planned-cases.js';

/** Directors of all waves, but for the named account. */
export const extrasNeeded = directorsOfAllWaves - 1;

export const editionId = seedId('edition running');

/** Directors of each wave who could not come to its session. */
const absentFromLaunch = [3, 8, 8];

/** A year of the edition: whose it is, in which wave, and what it was started with. */
export interface Membership {
  readonly director: Director;
  readonly input: DirectorsYearInput;
}

export interface RehearsedEdition {
  readonly plan: EditionPlan;
  readonly memberships: readonly Membership[];
  readonly ensemble: Ensemble;
}

/** The edition as it stands now: every year and every event, rehearsed on one clock from a year ago. */
export async function rehearseEdition(now: Instant): Promise<RehearsedEdition> {
  const today = civilDateAt(now);
  const plan = editionPlan(today);
  const ensemble = new Ensemble();
  const inputs = new Map<string, SeatedEventInput>();
  const events = nameEvents(plan);
  const memberships = enrol(plan, events);
  const directors = memberships.map(({ director }) => director);
  const byRef = new Map(directors.map((director) => [director.ref, director]));
  const bookings = new Bookings(ensemble, directors, { events: inputs, today });
  ensemble.listen((ref, entry) => {
    const director = byRef.get(ref);
    if (!director) return;
    director.hear(entry);
    bookings.heard(director, entry);
  });
  for (const [planned, ref] of events) {
    inputs.set(ref, eventInput(editionId, planned));
    offer(ensemble, bookings, {
      planned,
      ref,
      absent: absentFrom(plan, planned, directors),
      listed: planned.occasion.on < plan.unlistedFrom,
    });
  }
  for (const membership of memberships) begin(ensemble, membership);
  changePosts(ensemble, bookings, directors, today);
  await ensemble.play(now);
  return { plan, memberships, ensemble };
}

/** Every event of the edition with its reference. */
const nameEvents = (plan: EditionPlan): Map<PlannedEvent, string> =>
  new Map(eventsOf(plan).map((planned, index) => [planned, demoRef('EVENEMENT', planned.offeredOn, index + 1)]));

function enrol(plan: EditionPlan, events: ReadonlyMap<PlannedEvent, string>): Membership[] {
  // The named account is the last of the last wave.
  const people: InventedDirector[] = [...inventedDirectors(extrasNeeded), lois];
  let number = 0;
  return plan.waves.flatMap((wave, index) =>
    people.slice(number, number + wave.people).map((person, place): Membership => {
      const missesLaunch = place < (absentFromLaunch[index] ?? 0);
      const director = new Director(person, demoRef('ANNEE', startedOn(wave), ++number), wave.number, missesLaunch);
      return { director, input: yearInput(plan, director, wave.session, events.get(wave.session) ?? '') };
    }),
  );
}

/** The manager starts a wave some weeks before its session. */
const startedOn = ({ session }: Wave) => addDays(session.occasion.on, -24);

const yearInput = ({ title }: EditionPlan, { person, wave }: Director, { occasion }: PlannedEvent, event: string): DirectorsYearInput =>
  directorsYearInput.parse({
    owner: person.id,
    bodyName: person.body.name,
    siret: person.body.siret,
    editionId,
    editionTitle: title,
    wave,
    startsOn: occasion.on,
    launch: { event, occasion: occasionOf(occasion) },
    terms: yearTerms.parse(editionTerms),
  });

/** Of a session, those of its wave who cannot come. */
function absentFrom({ waves }: EditionPlan, event: PlannedEvent, directors: readonly Director[]): Set<string> {
  const wave = waves.find(({ session }) => session === event)?.number;
  return new Set(directors.flatMap((one) => (one.wave === wave && one.missesLaunch ? [one.person.id] : [])));
}

interface Offered {
  readonly planned: PlannedEvent;
  readonly ref: string;
  /** People who hold a seat and cannot come. */
  readonly absent: ReadonlySet<string>;
  /** Its attendance list has been made. */
  readonly listed: boolean;
}

function offer(ensemble: Ensemble, bookings: Bookings, { planned, ref, absent, listed }: Offered): void {
  const input = eventInput(editionId, planned);
  const comes: Comes = (person, chance) => (input.kind === 'session' ? !absent.has(person) : !chance.happens(0.07));
  const at = officeTime(planned.offeredOn, new Chance(`offer ${ref}`));
  ensemble.open(eventPart(ref, input, { comes, listed }), at);
  ensemble.at(at + 60_000, () => {
    bookings.offered(ref);
  });
}

/** The year opens, and its seat at the session is asked for. */
function begin(ensemble: Ensemble, { director, input }: Membership): void {
  const { launch } = input;
  const opened = officeTime(addDays(launch.occasion.on, -24), new Chance(`wave ${director.wave}`)) + Number(director.ref.slice(-3)) * 2_000;
  ensemble.open(yearPart(director, input), opened);
  const data = { case: director.ref, director: director.person.id };
  ensemble.at(opened + 1_000, async () => {
    await ensemble.act(launch.event, { by: manager, roles: ['director'], act: { kind: 'happen', id: 'booked', data } });
  });
}
