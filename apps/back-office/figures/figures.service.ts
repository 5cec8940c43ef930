import { Injectable } from '@nestjs/common';
import { termsOf } from '../calls/call-terms.js';
import type { Fields } from '../openapi/fields.js';
import type { Viewer } from '../permissions/viewer.js';
import { callFigures } from './call-figures.js';
import { FigureTotals } from './figure-totals.js';
import type { CallFigures } from './figures.dto.js';
import { type CallWithFund, ReadableCalls } from './readable-calls.js';

/** Money and effects, call by call. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly calls: ReadableCalls,
    private readonly totals: FigureTotals,
  ) {}

  async all(viewer: Viewer): Promise<Fields<CallFigures>[]> {
    return this.figuresOf(viewer, await this.calls.all(viewer));
  }

  async one(viewer: Viewer, id: string): Promise<Fields<CallFigures>> {
    const [figures] = await this.figuresOf(viewer, [await this.calls.one(viewer, id)]);
    return figures!;
  }

  private async figuresOf(viewer: Viewer, calls: readonly CallWithFund[]): Promise<Fields<CallFigures>[]> {
    const ids = calls.map(({ id }) => id);
    const [totals, effects, cases, promised] = await Promise.all([
      this.totals.totals(viewer, ids),
      this.totals.effects(viewer, ids),
      this.totals.cases(viewer, ids),
      this.totals.promisedTraining(viewer, ids),
    ]);
    return calls.map((call) => {
      const own = <T extends { readonly call_id: string }>(rows: readonly T[]) => rows.filter(({ call_id }) => call_id === call.id);
      const promisedTraining = own(promised)[0]?.cases ?? 0;
      const found = { totals: own(totals), effects: own(effects), cases: own(cases), promisedTraining };
      return callFigures(call, termsOf(call).followUpMonths, found);
    });
  }
}
