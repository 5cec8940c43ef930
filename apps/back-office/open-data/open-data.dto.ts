import { ApiProperty } from '@nestjs/swagger';
import { type OpenDataScope, openDataScopes, type PublicationState, publicationStates } from './publication.js';
import { type ScdlColumn, scdlColumns } from './scdl-columns.js';

export class BrokenRule {
  @ApiProperty({ enum: scdlColumns, enumName: 'ScdlColumn' })
  column: ScdlColumn;
  rule: string;
}

/** Where one awarded grant stands in the published table. */
export class GrantPublication {
  ref: string;
  title: string;
  bodyName: string;
  amountCents: number;
  @ApiProperty({ enum: publicationStates, enumName: 'PublicationState' })
  state: PublicationState;
  /** In French, what the state means. */
  why: string;
  /** Whether the law wants it published. */
  mandatory: boolean;
  signedOn?: string;
  /** Last day that the law gives, and how many are left; negative when it is late. */
  publishBy?: string;
  daysLeft?: number;
  violations: BrokenRule[];
}

export class OpenDataReport {
  /** Version of the schema that the table follows. */
  schema: string;
  @ApiProperty({ enum: openDataScopes, enumName: 'OpenDataScope' })
  scope: OpenDataScope;
  grantorName: string;
  grantorSiret: string;
  /** How many lines the file has for the cases that the reader may see. */
  published: number;
  /** How many the law wants and the file has not, although the three months run. */
  awaited: number;
  late: number;
  grants: GrantPublication[];
}
