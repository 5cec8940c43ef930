import { Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorFunction } from '@nestjs/terminus';
import { randomUUID } from 'node:crypto';
import { FileStore } from '#activities/documents/file-store.js';
import { PrismaService } from '../database/prisma.service.js';
import { TemporalClient } from '../temporal/temporal-client.js';

const patienceMs = 3_000;

/** What the back office cannot work without. The answers name no cause: they are public; the logs have it. */
@Injectable()
export class HealthService {
  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly prisma: PrismaService,
    private readonly temporal: TemporalClient,
    private readonly store: FileStore,
  ) {}

  all(): HealthIndicatorFunction[] {
    const checks: [string, () => Promise<unknown>][] = [
      ['database', () => this.prisma.$queryRaw`SELECT 1`],
      ['temporal', () => this.temporalAnswers()],
      // Removing what is not there asks the store a question and changes nothing.
      ['files', () => this.store.remove(`health/${randomUUID()}`)],
    ];
    return checks.map(([name, check]) => async () => {
      const indicator = this.indicators.check(name);
      try {
        await check();
        return indicator.up();
      } catch {
        return indicator.down();
      }
    });
  }

  private async temporalAnswers() {
    const client = await this.temporal.client();
    await client.withDeadline(Date.now() + patienceMs, () => client.workflowService.getSystemInfo({}));
  }
}
