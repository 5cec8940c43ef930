import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { CaseForecastService } from './case-forecast.service.js';
import { CaseForecastView, LoadView, LoadQuery, RefreshedForecasts } from './forecasts.dto.js';
import { LoadService } from './load.service.js';

@ApiTags('forecasts')
@Controller()
export class ForecastsController {
  constructor(
    private readonly load: LoadService,
    private readonly cases: CaseForecastService,
  ) {}

  /** Foretells every running case that has moved since its forecast, or has none of today. Each morning does the same. */
  @Post('forecasts')
  @HttpCode(200)
  @May('watch load')
  refreshForecasts(): Promise<RefreshedForecasts> {
    return this.load.refresh();
  }

  /** Who is expected to do how much in the weeks to come, on the cases in the viewer's perimeter. */
  @Get('forecasts/load')
  @May('watch load')
  getLoad(@CurrentViewer() viewer: Viewer, @Query() query: LoadQuery): Promise<LoadView> {
    return this.load.of(viewer, query);
  }

  /** How the case would go on if everybody did what is expected of them. */
  @Get('cases/:ref/forecast')
  @May('read forecast')
  getCaseForecast(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<CaseForecastView> {
    return this.cases.of(viewer, ref);
  }
}
