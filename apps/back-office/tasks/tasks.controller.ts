import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GivesContent } from '../accesses/reading.decorator.js';
import { OpenUnderGlass } from '../break-glass/open-under-glass.decorator.js';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { AnswerService } from './answer.service.js';
import { ClaimsService } from './claims.service.js';
import { InboxService } from './inbox.service.js';
import { AnswerDraft, AnswerDraftVersion, Assignment, TaskAnswer, TaskCounts, TaskPage, TasksQuery, TaskView } from './tasks.dto.js';
import { LetterPreviewService } from './letter-preview.service.js';
import { TasksService } from './tasks.service.js';

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly inbox: InboxService,
    private readonly tasks: TasksService,
    private readonly claims: ClaimsService,
    private readonly answers: AnswerService,
    private readonly previews: LetterPreviewService,
  ) {}

  /** Open tasks: mine, my groups', or all that I may see. */
  @Get()
  @May('read file')
  listTasks(@CurrentViewer() viewer: Viewer, @Query() query: TasksQuery): Promise<TaskPage> {
    return this.inbox.page(viewer, query);
  }

  @Get('counts')
  @May('read file')
  countTasks(@CurrentViewer() viewer: Viewer): Promise<TaskCounts> {
    return this.inbox.counts(viewer);
  }

  @Get(':id')
  @May('read file')
  @OpenUnderGlass()
  getTask(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<TaskView> {
    return this.tasks.get(viewer, id);
  }

  /** Tells the group that this person takes the task. */
  @Post(':id/claim')
  @HttpCode(200)
  @May('answer task')
  @GivesContent()
  claimTask(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<TaskView> {
    return this.claims.claim(viewer, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @May('answer task')
  @GivesContent()
  releaseTask(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<TaskView> {
    return this.claims.release(viewer, id);
  }

  /** Gives the task to a colleague who may answer it. */
  @Post(':id/assign')
  @HttpCode(200)
  @May('assign task')
  @GivesContent()
  assignTask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() { personId }: Assignment): Promise<TaskView> {
    return this.claims.assign(viewer, id, personId);
  }

  /** Keeps an answer that is being written; refused with `answerDraftChanged` when the stored version is not the one that was read. */
  @Put(':id/draft')
  @May('answer task')
  saveAnswerDraft(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Body() draft: AnswerDraft): Promise<AnswerDraftVersion> {
    return this.answers.keep(viewer, id, draft);
  }

  /** The letter that this answer would send, as a PDF marked as a draft; nothing is written. */
  @Post(':id/preview')
  @HttpCode(200)
  @May('answer task')
  @GivesContent()
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200, content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async previewLetter(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Body() { answer }: TaskAnswer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const letter = await this.previews.preview(viewer, id, answer);
    reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="projet.pdf"',
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(letter);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Idempotent()
  @May('answer task')
  answerTask(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @IdempotencyKey() key: string,
    @Body() { answer }: TaskAnswer,
  ): Promise<Receipt> {
    return this.answers.answer(viewer, id, key, answer);
  }
}
