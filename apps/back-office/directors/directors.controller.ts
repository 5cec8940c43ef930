import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { calendarHeaders } from '../seats/calendar-headers.js';
import { EditionFigures, EditionPerson, EditionRow, NewEdition, NewWave, StartedWave } from './editions.dto.js';
import { EditionsService } from './editions.service.js';
import { WavesService } from './waves.service.js';
import { Declining, NewDelegate, OfferedEvent, YearRow, YearView } from './years.dto.js';
import { YearsService } from './years.service.js';

@ApiTags('directors')
@Controller('directors')
export class DirectorsController {
  constructor(
    private readonly editions: EditionsService,
    private readonly waves: WavesService,
    private readonly years: YearsService,
  ) {}

  @Get('editions')
  @May('read figures')
  listEditions(@CurrentViewer() viewer: Viewer): Promise<EditionRow[]> {
    return this.editions.list(viewer);
  }

  @Post('editions')
  @May('manage calls')
  createEdition(@CurrentViewer() viewer: Viewer, @Body() edition: NewEdition): Promise<EditionRow> {
    return this.editions.create(viewer, edition);
  }

  /** Where the years stand, by wave; no count from which somebody could be recognised. */
  @Get('editions/:id')
  @May('read figures')
  getEdition(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<EditionFigures> {
    return this.editions.figures(viewer, id);
  }

  /** Who is where: for the program manager alone. */
  @Get('editions/:id/people')
  @May('manage calls')
  listEditionPeople(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<EditionPerson[]> {
    return this.editions.persons(viewer, id);
  }

  /** Starts the years of a wave; sent again, it goes on where it was. */
  @Post('editions/:id/waves')
  @HttpCode(200)
  @May('manage calls')
  startWave(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() wave: NewWave): Promise<StartedWave> {
    return this.waves.start(viewer, id, wave);
  }

  /** The years that the person lives, or answers for. */
  @Get('years')
  @May('read file')
  listYears(@CurrentViewer() viewer: Viewer): Promise<YearRow[]> {
    return this.years.list(viewer);
  }

  @Get('years/:ref')
  @May('read file')
  getYear(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<YearView> {
    return this.years.get(viewer, ref);
  }

  /** Events of the edition, with one's own place. */
  @Get('years/:ref/events')
  @May('read file')
  listOfferedEvents(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<OfferedEvent[]> {
    return this.years.offers(viewer, ref);
  }

  /** The event is not offered again. */
  @Post('years/:ref/declined')
  @HttpCode(200)
  @Idempotent()
  @May('answer task')
  declineOffer(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() { event }: Declining,
  ): Promise<Receipt> {
    return this.years.decline(viewer, ref, event, key);
  }

  /** The dates on which a seat is held, for a calendar. */
  @Get('years/:ref/calendar.ics')
  @May('read file')
  @ApiProduces('text/calendar')
  @ApiResponse({ status: 200, content: { 'text/calendar': { schema: { type: 'string' } } } })
  async getYearCalendar(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.years.calendar(viewer, ref);
    reply.headers(calendarHeaders(ref));
    return file;
  }

  /** Somebody books and answers for the director from now on. */
  @Post('years/:ref/delegates')
  @HttpCode(200)
  @May('answer task')
  addDelegate(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Body() { email }: NewDelegate): Promise<YearView> {
    return this.years.delegate(viewer, ref, email);
  }

  @Delete('years/:ref/delegates/:id')
  @HttpCode(204)
  @May('answer task')
  removeDelegate(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Param('id', uuid) id: string): Promise<void> {
    return this.years.undelegate(viewer, ref, id);
  }
}
