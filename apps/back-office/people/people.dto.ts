import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { type Role, roles } from '#workflows/kit/people.js';
import { Chosen } from '../openapi/chosen.js';

export class PeopleQuery {
  @Chosen(Object.keys(roles), 'Role')
  role?: Role;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class HeldRole {
  @ApiProperty({ enum: Object.keys(roles), enumName: 'Role' })
  role: Role;
  roleLabel: string;
  /** Left out: all procedures. */
  procedure?: string;
  callId?: string;
  group?: string;
}

export class PersonView {
  id: string;
  name: string;
  bodyName?: string;
  roles: HeldRole[];
}

export class RoleRights {
  @ApiProperty({ enum: Object.keys(roles), enumName: 'Role' })
  role: Role;
  label: string;
  /** Extent of each action that the role may do: own, assigned, all, decides, … */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  actions: Record<string, string>;
}

export class RoleMatrix {
  roles: RoleRights[];
  /** Every action, with its French label. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  actions: Record<string, string>;
  /** Duties that one person may not combine on one case. */
  separations: string[];
}
