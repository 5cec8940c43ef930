import { Injectable } from '@nestjs/common';
import type { Wait } from '#workflows/kit/case-view.js';
import { type ExplainedWait, explainWaits } from '#workflows/kit/waits.js';
import { PeopleService } from '../people/people.service.js';
import { isAddressed, rolesOn } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { isNarrow } from '../permissions/visibility.js';
import { procedureOf, stageLabel } from '../procedures.js';
import { placeOfCase, type StoredCase } from './case-access.js';
import type { WaitRow } from './cases.dto.js';

/** Why cases wait, in words, for who is looking. The words come from the kit: the same in the list, on the page and in the API. */
@Injectable()
export class WaitRows {
  constructor(private readonly people: PeopleService) {}

  /** The rows of each case, by reference. */
  async of(viewer: Viewer, cases: readonly StoredCase[]): Promise<ReadonlyMap<string, WaitRow[]>> {
    const named = cases.flatMap(({ view }) => view.waits.flatMap(({ who }) => who?.person ?? []));
    const names = await this.people.names(named);
    return new Map(cases.map((one) => [one.ref, rowsOf(viewer, one, (person) => names.get(person))]));
  }
}

function rowsOf(viewer: Viewer, one: StoredCase, nameOf: (person: string) => string | undefined): WaitRow[] {
  const place = placeOfCase(one);
  const readsAllTasks = rolesOn(place, viewer).some((role) => !isNarrow(role, one.procedure));
  const waits = new Map(one.view.waits.map((wait) => [wait.id, wait]));
  const procedure = procedureOf(one.procedure, one.revision);
  const discreet = new Set(procedure.tasks.flatMap(({ key, discreet: is }) => (is ? [key] : [])));
  // What another case or another page brings is nobody's to record here.
  const broughtElsewhere = new Set(procedure.events.flatMap(({ key, watchedBy }) => (watchedBy === undefined ? [] : [key])));
  return explainWaits(one.view, procedure, nameOf).map((explainedWait) => {
    const wait = waits.get(explainedWait.id);
    const { since, explained, ...row } = readsAllTasks || !wait || !discreet.has(wait.key) ? explainedWait : discreetly(explainedWait, one);
    const addressed = wait?.who !== undefined && isAddressed(place, viewer, wait.who) && wait.except?.includes(viewer.id) !== true;
    return {
      ...row,
      since: new Date(since).toISOString(),
      explained: [...explained],
      mayAct: addressed && canBeDone(wait) && !(wait.kind === 'event' && broughtElsewhere.has(wait.key)),
      ...(addressed && wait.kind === 'event' && isRecord(wait.context) && { context: wait.context }),
      ...(row.kind === 'task' && (addressed || readsAllTasks) && { taskId: `${one.ref}.${row.id}` }),
    };
  });
}

/** From outside, the service is at work on this stage: which of its acts is next does not show. */
function discreetly(wait: ExplainedWait, { procedure, revision, stage, opened_at }: StoredCase): ExplainedWait {
  const { lastDay: _lastDay, ...rest } = wait;
  return {
    ...rest,
    id: stage,
    label: stageLabel(procedureOf(procedure, revision), stage),
    since: opened_at.getTime(),
    overdue: false,
    explained: [],
    then: 'Vous en serez informé par courrier.',
    unblock: 'Rien à faire\u00a0: le service y travaille.',
  };
}

/** Tasks and events are done by people; while the case is paused only the kit's own decisions go on. */
const canBeDone = ({ kind, stopped }: Wait) => (kind === 'task' || kind === 'event') && !stopped;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
