import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Note } from '#prisma/generated/client.js';
import { CaseAccess } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import { holds, type Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import type { NewNote, NoteView } from './notes.dto.js';

@Injectable()
export class NotesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly people: PeopleService,
  ) {}

  /** One's own, and on one's own case those that were shared. A coach who takes over reads nothing of what the former one kept private. */
  async list(viewer: Viewer, ref: string): Promise<NoteView[]> {
    const { owner_id } = await this.access.read(viewer, ref);
    const readable = [{ authorId: viewer.id }, ...(owner_id === viewer.id ? [{ shared: true }] : [])];
    const notes = await this.prisma.note.findMany({ where: { caseRef: ref, OR: readable }, orderBy: { at: 'desc' } });
    const names = await this.people.names(notes.map(({ authorId }) => authorId));
    return notes.map((note) => noteView(viewer, note, names.get(note.authorId) ?? ''));
  }

  async write(viewer: Viewer, ref: string, { text, shared = false }: NewNote): Promise<NoteView> {
    await this.access.read(viewer, ref);
    if (shared && !holds(viewer, 'coach')) throw new Problem('forbidden');
    const data = { id: randomUUID(), caseRef: ref, authorId: viewer.id, text, shared };
    return noteView(viewer, await this.prisma.note.create({ data }), viewer.name);
  }

  async remove(viewer: Viewer, ref: string, id: string): Promise<void> {
    const { count } = await this.prisma.note.deleteMany({ where: { id, caseRef: ref, authorId: viewer.id } });
    if (count === 0) throw notFound();
  }
}

const noteView = (viewer: Viewer, { id, text, at, shared, authorId }: Note, authorName: string): NoteView => ({
  id,
  text,
  at: at.toISOString(),
  shared,
  mine: authorId === viewer.id,
  authorName,
});
