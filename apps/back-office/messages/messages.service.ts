import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CaseAccess, placeOfCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import { isApplicantOf } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import type { MessageSide, MessageView } from './messages.dto.js';

@Injectable()
export class MessagesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly people: PeopleService,
  ) {}

  async list(viewer: Viewer, ref: string): Promise<MessageView[]> {
    await this.access.read(viewer, ref);
    const messages = await this.prisma.message.findMany({ where: { caseRef: ref }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
    const names = await this.people.names(messages.map(({ authorId }) => authorId));
    return messages.map(({ id, authorId, side, text, at }) => ({
      id,
      author: { id: authorId, name: names.get(authorId) ?? '' },
      side: side as MessageSide,
      text,
      at: at.toISOString(),
    }));
  }

  async send(viewer: Viewer, ref: string, text: string): Promise<MessageView> {
    const one = await this.access.read(viewer, ref, 'exchange');
    const side: MessageSide = isApplicantOf(placeOfCase(one), viewer.id) ? 'applicant' : 'service';
    const message = await this.prisma.message.create({ data: { id: randomUUID(), caseRef: ref, authorId: viewer.id, side, text } });
    return { id: message.id, author: { id: viewer.id, name: viewer.name }, side, text, at: message.at.toISOString() };
  }
}
