import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuid } from '../openapi/uuid.pipe.js';
import { May, SignedIn } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { CallChange, CallView, FundSummary, NewCall } from './calls.dto.js';
import { CallsService } from './calls.service.js';

@ApiTags('calls')
@Controller()
export class CallsController {
  constructor(private readonly calls: CallsService) {}

  @Get('funds')
  @SignedIn()
  listFunds(): Promise<FundSummary[]> {
    return this.calls.funds();
  }

  /** Published and closed calls; drafts too for who manages calls. */
  @Get('calls')
  @SignedIn()
  listCalls(@CurrentViewer() viewer: Viewer): Promise<CallView[]> {
    return this.calls.list(viewer);
  }

  @Get('calls/:id')
  @SignedIn()
  getCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<CallView> {
    return this.calls.get(viewer, id);
  }

  @Post('calls')
  @May('manage calls')
  createCall(@CurrentViewer() viewer: Viewer, @Body() call: NewCall): Promise<CallView> {
    return this.calls.create(viewer, call);
  }

  @Put('calls/:id')
  @May('manage calls')
  changeCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() change: CallChange): Promise<CallView> {
    return this.calls.change(viewer, id, change);
  }

  @Post('calls/:id/publish')
  @HttpCode(200)
  @May('manage calls')
  publishCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<CallView> {
    return this.calls.publish(viewer, id);
  }

  @Post('calls/:id/close')
  @HttpCode(200)
  @May('manage calls')
  closeCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<CallView> {
    return this.calls.close(viewer, id);
  }
}
