import { ApiProperty } from '@nestjs/swagger';
import { type Role, roles } from '#workflows/kit/people.js';

export class DemonstrationAccount {
  email: string;
  name: string;
  @ApiProperty({ enum: Object.keys(roles), enumName: 'Role' })
  role: Role;
  /** In French. */
  roleLabel: string;
}
