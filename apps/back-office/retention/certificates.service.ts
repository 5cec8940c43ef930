import { Inject, Injectable } from '@nestjs/common';
import type { Certificate } from '#activities/retention/certificate.js';
import { renderCertificate } from '#activities/retention/certificate-letter.js';
import type { Elimination } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { visibleCases } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound } from '../problems/problem.js';
import type { SignedCertificate } from './retention.dto.js';

/** Certificates of destroyed cases, to who keeps the cases of that perimeter. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly prisma: PrismaService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async get(viewer: Viewer, ref: string): Promise<SignedCertificate> {
    const { content, keyId, publicKey, signature } = await this.find(viewer, ref);
    return { content, algorithm: 'Ed25519', keyId, publicKey, signature };
  }

  async pdf(viewer: Viewer, ref: string): Promise<Buffer> {
    const row = await this.find(viewer, ref);
    return renderCertificate(JSON.parse(row.content) as Certificate, row, this.environment.JALON_SERVICE);
  }

  private async find(viewer: Viewer, ref: string): Promise<Elimination> {
    const [found] = await this.prisma.$queryRaw<object[]>`
      SELECT 1 FROM case_file c WHERE c.ref = ${ref} AND ${visibleCases(viewer, 'read retention')}`;
    const row = found && (await this.prisma.elimination.findUnique({ where: { caseRef: ref } }));
    if (!row) throw notFound();
    return row;
  }
}
