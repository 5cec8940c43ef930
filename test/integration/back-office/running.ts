import { type BackOffice, startBackOffice } from './back-office.js';
import { type RunningJalon, startJalon } from './case-worker.js';
import { type Cast, castOf } from './cast.js';

/** The back office for the tests of one file: started before them, stopped after. There is nothing in it until then. */
export const runningOffice = (settings?: NodeJS.ProcessEnv): BackOffice => forTheseTests(() => startBackOffice(settings));

/** The same with the engine that runs cases. */
export const runningJalon = (settings?: NodeJS.ProcessEnv): RunningJalon => forTheseTests(() => startJalon(settings));

/** The same with everybody whom a grant needs signed in. */
export function jalonWithCast(settings?: NodeJS.ProcessEnv): { readonly jalon: RunningJalon; readonly people: Cast } {
  const jalon = runningJalon(settings);
  const people = {} as Cast;
  beforeAll(async () => void Object.assign(people, await castOf(jalon)));
  return { jalon, people };
}

function forTheseTests<T extends BackOffice>(start: () => Promise<T>): T {
  const running = {} as T;
  beforeAll(async () => void Object.assign(running, await start()));
  afterAll(() => running.stop());
  return running;
}
