import { IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class NewNote {
  @IsString()
  @MinLength(1)
  @MaxLength(5_000)
  text: string;

  /** The participant reads it too; a coach's notes only. */
  @IsOptional()
  @IsBoolean()
  shared?: boolean;
}

/** Seen by its author, and by the participant when it is shared. */
export class NoteView {
  id: string;
  text: string;
  at: string;
  shared: boolean;
  /** The viewer wrote it. */
  mine: boolean;
  authorName: string;
}
