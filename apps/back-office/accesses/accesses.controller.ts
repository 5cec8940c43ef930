import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PageQuery } from '../openapi/page.dto.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { accessCsv } from './access-csv.js';
import { AccessesQuery, AccessFilter, AccessPage, OwnersAccessPage } from './accesses.dto.js';
import { AccessesService } from './accesses.service.js';

@ApiTags('accesses')
@Controller()
export class AccessesController {
  constructor(private readonly accesses: AccessesService) {}

  /** Who read what, the latest first: of the cases in one's perimeter. */
  @Get('accesses')
  @May('audit log')
  listAccesses(@CurrentViewer() viewer: Viewer, @Query() query: AccessesQuery): Promise<AccessPage> {
    return this.accesses.page(viewer, query);
  }

  /** All of it, as a table that French spreadsheets open. Refused when it is too long: ask for fewer days. */
  @Get('accesses/rows.csv')
  @May('audit log')
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, content: { 'text/csv': { schema: { type: 'string' } } } })
  async downloadAccesses(
    @CurrentViewer() viewer: Viewer,
    @Query() filter: AccessFilter,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const rows = await this.accesses.all(viewer, filter);
    reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="jalon-acces.csv"',
      'cache-control': 'private, no-store',
    });
    return accessCsv(rows);
  }

  @Get('cases/:ref/accesses')
  @May('audit log')
  listCaseAccesses(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Query() query: PageQuery): Promise<AccessPage> {
    return this.accesses.ofCase(viewer, ref, query);
  }

  /** For the owner of a case: in which role it was read and when, not by whom. */
  @Get('cases/:ref/readers')
  @May('read file')
  listReaders(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Query() query: PageQuery): Promise<OwnersAccessPage> {
    return this.accesses.ofOwner(viewer, ref, query);
  }
}
