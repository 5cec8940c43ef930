import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { uuid } from '../openapi/uuid.pipe.js';
import { May, SignedIn } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { DataRequestsService } from './data-requests.service.js';
import { DataRequestAnswer, DataRequestsQuery, DataRequestView, NewDataRequest } from './own-data.dto.js';
import { OwnDataService } from './own-data.service.js';

/** What the service knows of a person, and what they ask about it. */
@ApiTags('own data')
@Controller()
export class OwnDataController {
  constructor(
    private readonly data: OwnDataService,
    private readonly requests: DataRequestsService,
  ) {}

  /** Everything that concerns the person who asks, and nothing of others, as a ZIP: JSON, the files they gave, letters to them. */
  @Get('me/data')
  @SignedIn()
  @ApiProduces('application/zip')
  @ApiResponse({ status: 200, content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async downloadOwnData(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const archive = await this.data.archive(viewer);
    reply.headers({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="mes-donnees.zip"',
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(archive);
  }

  @Get('me/data-requests')
  @SignedIn()
  listOwnDataRequests(@CurrentViewer() viewer: Viewer): Promise<DataRequestView[]> {
    return this.requests.own(viewer);
  }

  @Post('me/data-requests')
  @Idempotent()
  @SignedIn()
  askAboutOwnData(
    @CurrentViewer() viewer: Viewer,
    @IdempotencyKey() key: string,
    @Body() request: NewDataRequest,
  ): Promise<DataRequestView> {
    return this.requests.ask(viewer, key, request);
  }

  /** Those of everybody, with the last day to answer each. */
  @Get('data-requests')
  @May('answer data requests')
  listDataRequests(@CurrentViewer() viewer: Viewer, @Query() { waiting }: DataRequestsQuery): Promise<DataRequestView[]> {
    return this.requests.all(viewer, waiting !== undefined);
  }

  @Post('data-requests/:id/answer')
  @HttpCode(200)
  @May('answer data requests')
  answerDataRequest(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Body() answer: DataRequestAnswer,
  ): Promise<DataRequestView> {
    return this.requests.answer(viewer, id, answer);
  }
}
