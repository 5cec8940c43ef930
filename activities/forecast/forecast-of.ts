import type { CivilDate, Instant } from '#workflows/calendar/civil-date.js';
import { procedureOf } from '#workflows/catalogue.js';
import { forecast, type Forecast, revisionOf } from '#workflows/kit/forecast.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { typicalPlayerOf } from '#workflows/typical.js';

export interface ToldJournal {
  readonly journal: readonly Entry[];
  /** What time it is in the case. */
  readonly now: Instant;
  /** When its children are expected to close, by their references. */
  readonly children?: ReadonlyMap<string, CivilDate | undefined>;
}

/** The forecast of a case of the catalogue, played as it typically goes. */
export async function forecastOf({ journal, ...told }: ToldJournal): Promise<Forecast> {
  const { procedure: id, revision } = revisionOf(journal);
  const procedure = known(id, revision);
  if (!procedure)
    return { waitsFor: [], acts: [], unforeseen: `Cette version de Jalon ne connaît pas la version ${revision} de la procédure.` };
  return forecast({ ...told, procedure, journal, play: typicalPlayerOf(id) });
}

function known(id: string, revision: string): Procedure | undefined {
  try {
    return procedureOf(id, revision);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
