import { Injectable } from '@nestjs/common';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { covers } from '#workflows/kit/perimeter.js';
import { cohortProcedure } from '../cohorts/cohort-reader.js';
import type { Fields } from '../openapi/fields.js';
import { extentOf } from '../permissions/matrix.js';
import type { Viewer } from '../permissions/viewer.js';
import type { Board } from './board.dto.js';
import { BoardReader } from './board-reader.js';
import { boardProcedures, freshness } from './board-view.js';

/** Every cohort, wave and call in the viewer's perimeter: who is where, and how it would go on. */
@Injectable()
export class BoardService {
  constructor(private readonly reader: BoardReader) {}

  async of(viewer: Viewer): Promise<Fields<Board>> {
    const now = Date.now();
    const { counts, ends } = await this.reader.read(viewer, now);
    const groups = await this.reader.groups(viewer, [...new Set(counts.map(({ group_key }) => group_key))]);
    return {
      today: civilDateAt(now),
      hasYearlyAim: countsIn(viewer, cohortProcedure),
      watchesLoad: viewer.grants.some(({ role }) => extentOf('watch load', role) !== undefined),
      forecasts: freshness(ends),
      procedures: boardProcedures({ counts, ends, groups }),
    };
  }
}

const countsIn = ({ grants }: Viewer, procedure: string): boolean =>
  grants.some(
    (grant) =>
      extentOf('read board', grant.role) !== undefined &&
      grant.callId === undefined &&
      (grant.procedure === undefined || covers(grant.procedure, procedure)),
  );
