import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

export const identityStates = ['unknown', 'known'] as const;
export const moveVerdicts = ['accepted', 'refused'] as const;

export class IdentitiesQuery {
  /** Those that are nobody's yet, or those that somebody has. Left out: all. */
  @IsOptional()
  @IsIn(identityStates)
  state?: (typeof identityStates)[number];

  @IsOptional()
  @IsUUID()
  personId?: string;
}

export class IdentityPerson {
  id: string;
  name: string;
}

/** An identity that is to be, or was, given to a person. */
export class IdentityMoveView {
  id: string;
  identityId: string;
  /** Left out: it was nobody's. */
  from?: IdentityPerson;
  into: IdentityPerson;
  reason: string;
  /** Left out: the person's own first sign-in. */
  proposedBy?: IdentityPerson;
  proposedAt: string;
  /** Left out while nobody has decided. */
  verdict?: (typeof moveVerdicts)[number];
  decidedBy?: IdentityPerson;
  decidedAt?: string;
  remark?: string;
}

/** Somebody as an OpenID provider knows them. */
export class IdentityView {
  id: string;
  issuer: string;
  email?: string;
  name?: string;
  person?: IdentityPerson;
  firstSeenAt: string;
  lastUsedAt: string;
  /** Waits for a decision. */
  proposed?: IdentityMoveView;
}

export class IdentityMoveProposal {
  /** Whose it is to be. */
  @IsUUID()
  into: string;

  @IsString()
  @MinLength(20)
  @MaxLength(1_000)
  reason: string;
}

export class IdentityMoveDecision {
  @IsIn(moveVerdicts)
  verdict: (typeof moveVerdicts)[number];

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  remark?: string;
}
