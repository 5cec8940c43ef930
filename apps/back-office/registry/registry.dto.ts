import { ApiProperty } from '@nestjs/swagger';
import { type BodyKind, bodyKindKeys } from '#workflows/ftap/body-kinds.js';

export class BodyView {
  siret: string;
  name: string;
  @ApiProperty({ enum: bodyKindKeys, enumName: 'BodyKind', required: false })
  kind?: BodyKind;
  /** The establishment is closed, says the registry. */
  closed?: boolean;
  /** Name of the registry that answered. */
  source: string;
}
