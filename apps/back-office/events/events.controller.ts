import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EventData } from '../cases/cases.dto.js';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { EventDraft, ExpectedEventRow } from './events.dto.js';
import { AnswerDraft, AnswerDraftVersion } from '../tasks/tasks.dto.js';
import { EventsService } from './events.service.js';
import { ExpectedEventsService } from './expected-events.service.js';

@ApiTags('cases')
@Controller()
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly expected: ExpectedEventsService,
  ) {}

  /** What this person is expected to record on cases: a payment confirmed, a signature; the most urgent first, fifty at most. */
  @Get('expected-events')
  @May('answer task')
  listExpectedEvents(@CurrentViewer() viewer: Viewer): Promise<ExpectedEventRow[]> {
    return this.expected.list(viewer);
  }

  @Get('cases/:ref/events/:item/draft')
  @May('answer task')
  getEventDraft(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Param('item') item: string): Promise<EventDraft> {
    return this.events.draft(viewer, ref, item);
  }

  /** Keeps what is being written about an event. */
  @Put('cases/:ref/events/:item/draft')
  @May('answer task')
  saveEventDraft(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Param('item') item: string,
    @Body() draft: AnswerDraft,
  ): Promise<AnswerDraftVersion> {
    return this.events.keep(viewer, ref, item, draft);
  }

  /** Something expected from outside has happened: a signature, a payment confirmed. */
  @Post('cases/:ref/events/:item')
  @HttpCode(200)
  @Idempotent()
  @May('answer task')
  confirmEvent(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Param('item') item: string,
    @IdempotencyKey() key: string,
    @Body() { data }: EventData,
  ): Promise<Receipt> {
    return this.events.confirm(viewer, ref, item, key, data ?? {});
  }
}
