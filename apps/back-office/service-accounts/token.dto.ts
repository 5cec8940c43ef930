import { ApiProperty } from '@nestjs/swagger';

export class TokenRequest {
  @ApiProperty({ enum: ['client_credentials'] })
  grant_type: string;
  /** Separated by spaces; each must be one of the account's. */
  scope?: string;
}

/** RFC 6749, 5.1. */
export class AccessToken {
  access_token: string;
  @ApiProperty({ enum: ['Bearer'] })
  token_type: string;
  /** Seconds. */
  expires_in: number;
  scope: string;
}
