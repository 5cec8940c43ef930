import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpenUnderGlass } from '../break-glass/open-under-glass.decorator.js';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { NeedsStrongSignIn } from '../session/strong-sign-in.js';
import { CaseRetentionService } from './case-retention.service.js';
import { CertificatesService } from './certificates.service.js';
import { HoldsService } from './holds.service.js';
import { RetentionListService } from './retention-list.service.js';
import { CaseRetention, HoldReason, NewVisa, RetentionPage, RetentionQuery, SignedCertificate, VisaDecision } from './retention.dto.js';
import { VisasService } from './visas.service.js';

/** How long closed cases are kept, what stops their clocks, and their end. */
@ApiTags('retention')
@Controller()
export class RetentionController {
  constructor(
    private readonly list: RetentionListService,
    private readonly cases: CaseRetentionService,
    private readonly holds: HoldsService,
    private readonly visas: VisasService,
    private readonly certificates: CertificatesService,
  ) {}

  /** Closed cases, those whose time is over first. */
  @Get('retention')
  @May('read retention')
  listRetention(@CurrentViewer() viewer: Viewer, @Query() query: RetentionQuery): Promise<RetentionPage> {
    return this.list.page(viewer, query);
  }

  @Get('cases/:ref/retention')
  @May('read file')
  @OpenUnderGlass()
  getRetention(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<CaseRetention> {
    return this.cases.get(viewer, ref);
  }

  /** There is a dispute: the clock stands still, and a visa that was given lapses. */
  @Post('cases/:ref/retention/hold')
  @HttpCode(200)
  @Idempotent()
  @May('manage retention')
  holdRetention(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() { reason }: HoldReason,
  ): Promise<CaseRetention> {
    return this.holds.place(viewer, ref, { key, reason });
  }

  /** The dispute is over: the date moves by its length. */
  @Post('cases/:ref/retention/release')
  @HttpCode(200)
  @May('manage retention')
  releaseRetention(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Body() { reason }: HoldReason): Promise<CaseRetention> {
    return this.holds.release(viewer, ref, reason);
  }

  /** The archives agree to the elimination; a second person confirms it. */
  @Post('cases/:ref/retention/visa')
  @HttpCode(200)
  @Idempotent()
  @May('manage retention')
  @NeedsStrongSignIn()
  giveEliminationVisa(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() { visa }: NewVisa,
  ): Promise<CaseRetention> {
    return this.visas.give(viewer, ref, { key, visa });
  }

  @Post('cases/:ref/retention/visa/decision')
  @HttpCode(200)
  @May('confirm elimination')
  @NeedsStrongSignIn()
  decideEliminationVisa(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Body() { verdict }: VisaDecision,
  ): Promise<CaseRetention> {
    return this.visas.decide(viewer, ref, verdict);
  }

  /** What proves that a case was destroyed. */
  @Get('retention/:ref/certificate')
  @May('read retention')
  getEliminationCertificate(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<SignedCertificate> {
    return this.certificates.get(viewer, ref);
  }

  /** The same, to be read. */
  @Get('retention/:ref/certificate.pdf')
  @May('read retention')
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200, content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async downloadEliminationCertificate(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const pdf = await this.certificates.pdf(viewer, ref);
    reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${ref}-elimination.pdf"`,
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(pdf);
  }
}
