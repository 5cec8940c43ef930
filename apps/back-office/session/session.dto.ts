import { ApiProperty } from '@nestjs/swagger';
import { IsEmail } from 'class-validator';
import { type Role, roles } from '#workflows/kit/people.js';

export class SignIn {
  @IsEmail()
  email: string;
}

export class SignedInPerson {
  id: string;
  name: string;
  email: string;
  bodyName?: string;
}

export class SessionView {
  person: SignedInPerson;
  @ApiProperty({ enum: Object.keys(roles), enumName: 'Role', isArray: true })
  roles: Role[];
  /** Demonstration server: fictitious data, accounts without a password, fast-forward. */
  demonstration: boolean;
}
