import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { OpenTo } from '../service-accounts/open-to.decorator.js';
import { CreditCalendar, CreditsQuery } from './credits.dto.js';
import { CreditsService } from './credits.service.js';
import { figureCsv } from './figure-csv.js';
import { FigurePageService } from './figure-page.service.js';
import { CallFigures, FigurePage, FigureRowsQuery } from './figures.dto.js';
import { FiguresService } from './figures.service.js';

@ApiTags('figures')
@Controller()
export class FiguresController {
  constructor(
    private readonly figures: FiguresService,
    private readonly pages: FigurePageService,
    private readonly credits: CreditsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Calls side by side, the latest first. */
  @Get('figures')
  @May('read figures')
  @OpenTo('figures:read')
  listFigures(@CurrentViewer() viewer: Viewer): Promise<CallFigures[]> {
    return this.figures.all(viewer);
  }

  @Get('calls/:id/figures')
  @May('read figures')
  @OpenTo('figures:read')
  getFigures(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<CallFigures> {
    return this.figures.one(viewer, id);
  }

  /** The rows that a total is the sum of, the latest first. */
  @Get('calls/:id/figures/:figure')
  @May('read figures')
  getFigureRows(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Param('figure') figure: string,
    @Query() query: FigureRowsQuery,
  ): Promise<FigurePage> {
    return this.pages.page(viewer, id, figure, query);
  }

  /** All rows, as a table that French spreadsheets open: semicolons, UTF-8 with its mark, amounts in euros. */
  @Get('calls/:id/figures/:figure/rows.csv')
  @May('read figures')
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, content: { 'text/csv': { schema: { type: 'string' } } } })
  async downloadFigureRows(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Param('figure') figure: string,
    @Query() query: FigureRowsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { unit, items } = await this.pages.all(viewer, id, figure, query);
    reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="jalon-${figure}.csv"`,
      'cache-control': 'private, no-store',
    });
    return figureCsv(items, { unit, baseUrl: this.environment.JALON_BASE_URL }, query.unit);
  }

  /** What the call commits and pays in a year, and what is expected before its credits close. */
  @Get('calls/:id/credits')
  @May('read figures')
  @OpenTo('figures:read')
  getCredits(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Query() query: CreditsQuery): Promise<CreditCalendar> {
    return this.credits.of(viewer, id, query.year);
  }
}
