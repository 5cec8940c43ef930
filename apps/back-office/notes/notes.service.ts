import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CaseAccess } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound } from '../problems/problem.js';
import type { NoteView } from './notes.dto.js';

@Injectable()
export class NotesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
  ) {}

  async list(viewer: Viewer, ref: string): Promise<NoteView[]> {
    await this.access.read(viewer, ref);
    const notes = await this.prisma.note.findMany({ where: { caseRef: ref, authorId: viewer.id }, orderBy: { at: 'desc' } });
    return notes.map(noteView);
  }

  async write(viewer: Viewer, ref: string, text: string): Promise<NoteView> {
    await this.access.read(viewer, ref);
    return noteView(await this.prisma.note.create({ data: { id: randomUUID(), caseRef: ref, authorId: viewer.id, text } }));
  }

  async remove(viewer: Viewer, ref: string, id: string): Promise<void> {
    const { count } = await this.prisma.note.deleteMany({ where: { id, caseRef: ref, authorId: viewer.id } });
    if (count === 0) throw notFound();
  }
}

const noteView = ({ id, text, at }: { id: string; text: string; at: Date }): NoteView => ({ id, text, at: at.toISOString() });
