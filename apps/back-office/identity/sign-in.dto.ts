import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class SignInQuery {
  /** A page of this application to come back to; anything else is its home page. */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  returnTo?: string;

  /** By strong means, such as a second factor. */
  @IsOptional()
  @IsIn(['1'])
  strong?: '1';
}

export class SignedOut {
  /** Where to sign out of the provider too. */
  next?: string;
}

export class EntryContact {
  name: string;
  email: string;
  phone: string;
}

/** What a person who is not signed in may know. */
export class EntryView {
  demonstration: boolean;
  /** Whom to write to. */
  contact: EntryContact;
}
