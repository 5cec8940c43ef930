import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuid } from '../openapi/uuid.pipe.js';
import { SignedIn } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { MailPage, MailsQuery, MailView } from './mails.dto.js';
import { MailsService } from './mails.service.js';

/** The development outbox. On a demonstration server; each sees their own mails, the program manager all. */
@ApiTags('demonstration')
@Controller('mails')
export class MailsController {
  constructor(private readonly mails: MailsService) {}

  @Get()
  @SignedIn()
  listMails(@CurrentViewer() viewer: Viewer, @Query() query: MailsQuery): Promise<MailPage> {
    return this.mails.page(viewer, query);
  }

  @Get(':id')
  @SignedIn()
  getMail(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<MailView> {
    return this.mails.get(viewer, id);
  }
}
