import { Injectable } from '@nestjs/common';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { PrismaService } from '../database/prisma.service.js';

/** What time it is in a case: the server's, or ahead of it where somebody fast-forwarded the case for a demonstration. */
@Injectable()
export class CaseClock {
  constructor(private readonly prisma: PrismaService) {}

  async now(ref: string): Promise<number> {
    const lead = await this.prisma.clockLead.findUnique({ where: { caseRef: ref } });
    return Date.now() + Number(lead?.leadMs ?? 0);
  }

  async today(ref: string): Promise<string> {
    return civilDateAt(await this.now(ref));
  }

  /** Remembers that it is this instant in the case now. */
  async set(ref: string, now: number): Promise<void> {
    const leadMs = BigInt(Math.max(0, Math.round(now - Date.now())));
    await this.prisma.clockLead.upsert({ where: { caseRef: ref }, create: { caseRef: ref, leadMs }, update: { leadMs } });
  }
}
