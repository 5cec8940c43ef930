import { Controller, Get, Header } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { May, Public } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { OpenDataReport } from './open-data.dto.js';
import { OpenDataService } from './open-data.service.js';

@ApiTags('open data')
@Controller('open-data')
export class OpenDataController {
  constructor(private readonly openData: OpenDataService) {}

  /** Grants as the décret n° 2017-779 wants them told, to everybody: SCDL « subventions » 2.1.1, commas, UTF-8 without a mark. */
  @Get('subventions.csv')
  @Public()
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="subventions.csv"')
  @Header('cache-control', 'public, max-age=3600')
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, content: { 'text/csv': { schema: { type: 'string' } } } })
  downloadSubventions(): Promise<string> {
    return this.openData.table();
  }

  /** What is published, what is not and why, how many days are left, and every rule of the schema that a line breaks. */
  @Get('subventions/report')
  @May('read figures')
  getOpenDataReport(@CurrentViewer() viewer: Viewer): Promise<OpenDataReport> {
    return this.openData.report(viewer);
  }
}
