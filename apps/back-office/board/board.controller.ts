import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { BoardCasePage, BoardCasesQuery } from './board-cases.dto.js';
import { BoardCasesService } from './board-cases.service.js';
import { boardCsv } from './board-csv.js';
import { Board } from './board.dto.js';
import { BoardService } from './board.service.js';

@ApiTags('board')
@Controller('board')
export class BoardController {
  constructor(
    private readonly board: BoardService,
    private readonly cases: BoardCasesService,
  ) {}

  /** Every cohort, wave and call in the viewer's perimeter: who is where, and how it would go on. */
  @Get()
  @May('read board')
  getBoard(@CurrentViewer() viewer: Viewer): Promise<Board> {
    return this.board.of(viewer);
  }

  /** The cases behind a count, as far as the viewer may read them by name. */
  @Get('cases')
  @May('read board')
  listBoardCases(@CurrentViewer() viewer: Viewer, @Query() query: BoardCasesQuery): Promise<BoardCasePage> {
    return this.cases.page(viewer, query);
  }

  /** All of them, as a table that French spreadsheets open. */
  @Get('cases.csv')
  @May('read board')
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, content: { 'text/csv': { schema: { type: 'string' } } } })
  async downloadBoardCases(
    @CurrentViewer() viewer: Viewer,
    @Query() query: BoardCasesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const rows = await this.cases.all(viewer, query);
    reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="jalon-pilotage.csv"',
      'cache-control': 'private, no-store',
    });
    return boardCsv(rows);
  }
}
