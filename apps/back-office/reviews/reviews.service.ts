import { Injectable } from '@nestjs/common';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { procedureInForce } from '#workflows/catalogue.js';
import { perimetersOver } from '#workflows/kit/perimeter.js';
import type { Role } from '#workflows/kit/people.js';
import { figureLines, tradeLines } from '#workflows/reconversion-review/figure-lines.js';
import type { ReviewFigures } from '#workflows/reconversion-review/figures.js';
import { reviewInput } from '#workflows/reconversion-review/input.js';
import { CohortYearService } from '../cohorts/cohort-year.service.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import { holdsFor } from '../permissions/holds-for.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { type Costs, frozenFigures } from './review-figures.js';
import type { NewReview, ReviewLine, ReviewPeriod, ReviewPreview } from './reviews.dto.js';

const reviewProcedure = 'reconversion-review';
/** The trial and its five years [S]; a review is not a history. */
const mostYears = 6;

/** Reviews of the trial of reconversion journeys: a case of its own, opened with the figures of some years. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly years: CohortYearService,
    private readonly engine: CaseEngine,
  ) {}

  /** Nothing is kept. */
  async preview(viewer: Viewer, period: ReviewPeriod): Promise<Fields<ReviewPreview>> {
    this.check(viewer, period);
    const [figures, coaches, hosts] = await Promise.all([this.figures(viewer, period), this.holding('coach'), this.holding('employer')]);
    return { figures: lines(figureLines(figures)), trades: lines(tradeLines(figures)), coaches, hosts };
  }

  /** Throws `forbidden`, or `invalid` on the years or on who is named. */
  async open(viewer: Viewer, { coach, host, ...period }: NewReview): Promise<{ ref: string }> {
    this.check(viewer, period);
    const [figures, coaches, hosts] = await Promise.all([this.figures(viewer, period), this.holding('coach'), this.holding('employer')]);
    const among = (people: readonly { id: string }[], id: string) => people.some((one) => one.id === id);
    const fields = {
      ...(!among(coaches, coach) && { coach: 'Choisissez un coach des reconversions.' }),
      ...(!among(hosts, host) && { host: 'Choisissez une personne d’une administration d’accueil.' }),
    };
    if (Object.keys(fields).length > 0) throw new Problem('invalid', { fields });
    const today = civilDateAt(Date.now());
    const procedure = procedureInForce(reviewProcedure, today);
    if (!procedure) throw new Error('No revision of reviews is in force.');
    const { from, to } = period;
    const title = `Bilan ${from === to ? String(from) : `${from}–${to}`} des parcours de reconversion`;
    const input = reviewInput.parse({ title, manager: viewer.id, figures, coach, host });
    const [numbered] = await this.prisma.$queryRaw<{ number: bigint }[]>`SELECT nextval('case_number') AS number`;
    const ref = `BILAN-${today.slice(0, 4)}-${String(numbered?.number ?? 0n).padStart(6, '0')}`;
    await this.engine.open({ procedure: procedure.id, revision: procedure.revision, ref, input, by: viewer.id });
    return { ref };
  }

  private check(viewer: Viewer, { from, to }: ReviewPeriod): void {
    if (!holdsFor(viewer, 'programManager', reviewProcedure)) throw new Problem('forbidden');
    if (to < from) throw new Problem('invalid', { fields: { to: 'La dernière année suit la première.' } });
    if (to - from >= mostYears) throw new Problem('invalid', { fields: { to: `Un bilan porte sur ${mostYears} années au plus.` } });
  }

  private async figures(viewer: Viewer, { from, to }: ReviewPeriod): Promise<ReviewFigures> {
    const years = await Promise.all(Array.from({ length: to - from + 1 }, (_, index) => this.years.of(viewer, from + index)));
    return frozenFigures(civilDateAt(Date.now()), years, await this.costs(years.flatMap(({ cohorts }) => cohorts.map(({ ref }) => ref))));
  }

  /** Of the grants that pay for a journey of these cohorts: a sum, whoever may read each of them. */
  private async costs(cohorts: readonly string[]): Promise<Costs> {
    const [costs] = await this.prisma.$queryRaw<Costs[]>`
      WITH paying AS (
        SELECT DISTINCT f.evidence[1] AS ref FROM case_file c JOIN measure f ON f.case_ref = c.ref AND f.indicator = 'journey/funded'
        WHERE c.parent_ref = ANY (${[...cohorts]}))
      SELECT (SELECT count(*)::int FROM paying) AS grants,
        COALESCE(sum(CASE m.indicator WHEN 'paid' THEN m.value ELSE -m.value END), 0)::float8 AS "paidCents"
      FROM paying p JOIN measure m ON m.case_ref = p.ref AND m.indicator IN ('paid', 'clawedBack')`;
    return costs ?? { grants: 0, paidCents: 0 };
  }

  private holding(role: Role): Promise<{ id: string; name: string }[]> {
    return this.prisma.person.findMany({
      where: { grants: { some: { role, OR: [{ procedure: null }, { procedure: { in: perimetersOver(reviewProcedure) } }] } } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    });
  }
}

const lines = (pairs: readonly (readonly [string, string])[]): ReviewLine[] => pairs.map(([label, value]) => ({ label, value }));
