import { Inject, Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { csv, forOpenData } from '../csv/csv.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import { AwardedGrants } from './awarded-grants.js';
import type { GrantPublication, OpenDataReport } from './open-data.dto.js';
import { type Publication, publicationReasons, publications } from './publication.js';
import { scdlColumns } from './scdl-columns.js';

/** The table of grants that everybody may read, and what the service must know to look after it. */
@Injectable()
export class OpenDataService {
  constructor(
    private readonly grants: AwardedGrants,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Only lines that keep every rule of the schema. */
  async table(): Promise<string> {
    const published = (await this.publications(Prisma.sql`TRUE`)).filter(({ state }) => state === 'published');
    return csv([[...scdlColumns], ...published.map(({ row }) => scdlColumns.map((column) => row[column]))], forOpenData);
  }

  async report(viewer: Viewer): Promise<OpenDataReport> {
    const grants = (await this.publications(visibleCases(viewer, 'read figures'))).map(grantPublication);
    const awaited = grants.filter(({ daysLeft }) => daysLeft !== undefined);
    return {
      schema: 'scdl/subventions 2.1.1',
      scope: this.environment.JALON_OPEN_DATA,
      grantorName: this.environment.JALON_GRANTOR_NAME,
      grantorSiret: this.environment.JALON_GRANTOR_SIRET,
      published: grants.filter(({ state }) => state === 'published').length,
      awaited: awaited.length,
      late: awaited.filter(({ daysLeft = 0 }) => daysLeft < 0).length,
      grants,
    };
  }

  private async publications(visible: Prisma.Sql): Promise<Publication[]> {
    const { JALON_GRANTOR_NAME: name, JALON_GRANTOR_SIRET: siret, JALON_OPEN_DATA: scope } = this.environment;
    return publications(await this.grants.find(visible), { grantor: { name, siret }, scope, today: civilDateAt(Date.now()) });
  }
}

function grantPublication({ grant, state, mandatory, publishBy, daysLeft, violations }: Publication): GrantPublication {
  const { ref, title, bodyName, amountCents, signedOn } = grant;
  return {
    ref,
    title,
    bodyName,
    amountCents,
    state,
    why: publicationReasons[state],
    mandatory,
    ...(signedOn !== undefined && { signedOn }),
    ...(publishBy !== undefined && { publishBy }),
    ...(daysLeft !== undefined && { daysLeft }),
    violations: violations.map(({ column, rule }) => ({ column, rule })),
  };
}
