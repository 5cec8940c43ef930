import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { May, Public } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { ProofKeyView } from './proof.dto.js';
import { ProofService } from './proof.service.js';

@ApiTags('proof')
@Controller()
export class ProofController {
  constructor(private readonly proof: ProofService) {}

  /** The public key of the service: anybody may compare it with the one that a pack carries. */
  @Get('proof/key')
  @Public()
  getProofKey(): ProofKeyView {
    return this.proof.key();
  }

  /**
   * The case as a ZIP that proves itself: journal, documents, digests, signature; `npm run proof:verify` checks it offline. Who may not
   * read all of the case gets an extract, in which hidden entries keep their place in the chain.
   */
  @Get('cases/:ref/proof')
  @May('export')
  @ApiProduces('application/zip')
  @ApiResponse({ status: 200, content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async exportCase(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const pack = await this.proof.pack(viewer, ref);
    reply.headers({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${ref}-preuve.zip"`,
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(pack);
  }
}
