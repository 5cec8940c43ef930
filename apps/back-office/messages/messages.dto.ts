import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { PersonName } from '../tasks/tasks.dto.js';

export const messageSides = ['applicant', 'service'] as const;
export type MessageSide = (typeof messageSides)[number];

export class NewMessage {
  @IsString()
  @MinLength(1)
  @MaxLength(5_000)
  text: string;
}

export class MessageView {
  id: string;
  author: PersonName;
  @ApiProperty({ enum: messageSides, enumName: 'MessageSide' })
  side: MessageSide;
  text: string;
  at: string;
}
