import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { PrismaService } from '../database/prisma.service.js';
import { Problem } from '../problems/problem.js';
import type { FundSummary, NewFund } from './funds.dto.js';

/** Funds are rows: a successor fund is another one. */
@Injectable()
export class FundsService {
  constructor(private readonly prisma: PrismaService) {}

  list(): Promise<FundSummary[]> {
    return this.prisma.fund.findMany({ orderBy: { name: 'asc' } });
  }

  async create({ name, slug }: NewFund): Promise<FundSummary> {
    const { count } = await this.prisma.fund.createMany({ data: [{ id: randomUUID(), name, slug }], skipDuplicates: true });
    if (count === 0) throw new Problem('invalid', { fields: { slug: 'Un fonds porte déjà ce nom court : choisissez-en un autre.' } });
    return this.prisma.fund.findUniqueOrThrow({ where: { slug } });
  }
}
