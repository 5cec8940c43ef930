import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpenUnderGlass } from '../break-glass/open-under-glass.decorator.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { MessageView, NewMessage } from './messages.dto.js';
import { MessagesService } from './messages.service.js';

@ApiTags('cases')
@Controller('cases')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get(':ref/messages')
  @May('read file')
  @OpenUnderGlass()
  listMessages(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<MessageView[]> {
    return this.messages.list(viewer, ref);
  }

  /** Between the applicant and the service; everybody on the case reads it. */
  @Post(':ref/messages')
  @May('exchange')
  sendMessage(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Body() { text }: NewMessage): Promise<MessageView> {
    return this.messages.send(viewer, ref, text);
  }
}
