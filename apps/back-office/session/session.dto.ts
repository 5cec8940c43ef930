import { ApiProperty } from '@nestjs/swagger';
import { type Role, roles } from '#workflows/kit/people.js';
import { type Action, actions } from '../permissions/matrix.js';

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
  /** What one of these roles may do, on some cases: routes that ask for anything else are closed. */
  @ApiProperty({ enum: actions, enumName: 'Action', isArray: true })
  actions: Action[];
  /** Demonstration server: fictitious data, fast-forward. */
  demonstration: boolean;
  /** The provider asked for a second factor, or the like: decisions are open. */
  strong: boolean;
  /** How long the session lasts without a request. */
  idleSeconds: number;
  /** How long it lasts at most from now on. */
  secondsLeft: number;
}

export class OwnSession {
  id: string;
  /** Browser and system, such as « Firefox sur Windows ». */
  agent: string;
  /** The one that asks. */
  current: boolean;
  createdAt: string;
  /** To the minute. */
  lastSeenAt: string;
  expiresAt: string;
}
