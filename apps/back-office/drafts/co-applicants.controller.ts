import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { CoApplicant, CoApplicantRight, Invitation } from './co-applicants.dto.js';
import { CoApplicantsService } from './co-applicants.service.js';

@ApiTags('drafts')
@Controller('drafts/:id/co-applicants')
@May('create file')
export class CoApplicantsController {
  constructor(private readonly coApplicants: CoApplicantsService) {}

  /** Shares the draft with somebody who has an account; answers with all co-applicants. */
  @Post()
  inviteCoApplicant(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Body() invitation: Invitation,
  ): Promise<CoApplicant[]> {
    return this.coApplicants.invite(viewer, id, invitation);
  }

  @Put(':personId')
  changeCoApplicant(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Param('personId', uuid) personId: string,
    @Body() { right }: CoApplicantRight,
  ): Promise<CoApplicant[]> {
    return this.coApplicants.change(viewer, id, personId, right);
  }

  @Delete(':personId')
  @HttpCode(204)
  removeCoApplicant(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Param('personId', uuid) personId: string,
  ): Promise<void> {
    return this.coApplicants.remove(viewer, id, personId);
  }
}
