import { ApiProperty } from '@nestjs/swagger';
import { ProblemBody } from '../problems/problem.dto.js';

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

/** RFC 6749, 5.2: the code that OAuth libraries read, beside the members of a problem. */
export class TokenRefusal extends ProblemBody {
  @ApiProperty({ enum: ['invalid_request', 'invalid_client', 'invalid_scope', 'unauthorized_client', 'unsupported_grant_type'] })
  error: string;
}
