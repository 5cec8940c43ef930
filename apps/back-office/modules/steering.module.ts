import { Module } from '@nestjs/common';
import { BoardCasesService } from '../board/board-cases.service.js';
import { BoardReader } from '../board/board-reader.js';
import { BoardController } from '../board/board.controller.js';
import { BoardService } from '../board/board.service.js';
import { CreditsService } from '../figures/credits.service.js';
import { FigureEvidence } from '../figures/figure-evidence.js';
import { FigurePageService } from '../figures/figure-page.service.js';
import { FigureTotals } from '../figures/figure-totals.js';
import { FiguresController } from '../figures/figures.controller.js';
import { FiguresService } from '../figures/figures.service.js';
import { ReadableCalls } from '../figures/readable-calls.js';
import { CaseForecastService } from '../forecasts/case-forecast.service.js';
import { ForecastsController } from '../forecasts/forecasts.controller.js';
import { LoadService } from '../forecasts/load.service.js';
import { AwardedGrants } from '../open-data/awarded-grants.js';
import { OpenDataController } from '../open-data/open-data.controller.js';
import { OpenDataService } from '../open-data/open-data.service.js';

/** What those who steer read: figures and their evidence, forecasts, the board, open data. */
@Module({
  controllers: [FiguresController, ForecastsController, OpenDataController, BoardController],
  providers: [
    ReadableCalls,
    FigureTotals,
    FigureEvidence,
    FiguresService,
    FigurePageService,
    CreditsService,
    CaseForecastService,
    LoadService,
    AwardedGrants,
    OpenDataService,
    BoardReader,
    BoardService,
    BoardCasesService,
  ],
})
export class SteeringModule {}
