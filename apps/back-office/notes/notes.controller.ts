import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { NewNote, NoteView } from './notes.dto.js';
import { NotesService } from './notes.service.js';

/** Notes of their author, private or shared with the participant. */
@ApiTags('cases')
@Controller('cases')
@May('note')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get(':ref/notes')
  listNotes(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<NoteView[]> {
    return this.notes.list(viewer, ref);
  }

  @Post(':ref/notes')
  writeNote(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Body() note: NewNote): Promise<NoteView> {
    return this.notes.write(viewer, ref, note);
  }

  @Delete(':ref/notes/:id')
  @HttpCode(204)
  deleteNote(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Param('id', uuid) id: string): Promise<void> {
    return this.notes.remove(viewer, ref, id);
  }
}
