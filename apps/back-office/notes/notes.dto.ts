import { IsString, MaxLength, MinLength } from 'class-validator';

export class NewNote {
  @IsString()
  @MinLength(1)
  @MaxLength(5_000)
  text: string;
}

/** Seen by its author only. */
export class NoteView {
  id: string;
  text: string;
  at: string;
}
