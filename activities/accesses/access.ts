import type { Instant } from '#workflows/calendar/civil-date.js';
import { canonicalJson } from '../journal/canonical-json.js';

/** A read of what a case says: who, when, what of it, in which roles, under which right. Ids only: no name, no title, no content. */
export interface Access {
  /** A case; or `draft/<id>`, an application that is not filed. */
  readonly caseRef: string;
  readonly at: Instant;
  readonly personId: string;
  /** Roles held on that case. */
  readonly roles: readonly string[];
  /** Operation of the API, such as `getCase`. */
  readonly what: string;
  readonly object?: string;
  /** Action of the matrix that allowed it, or `break-glass`. */
  readonly under: string;
  /** Why, where somebody had to say so. */
  readonly remark?: string;
  readonly requestId: string;
}

/** Entries as the database's `record_accesses` takes them: it numbers each and hashes its line after the one before it. */
export const recordable = (accesses: readonly Access[]): string =>
  JSON.stringify(
    accesses.map((access) => ({
      case_ref: access.caseRef,
      at: access.at,
      person_id: access.personId,
      roles: access.roles,
      what: access.what,
      object: access.object,
      under: access.under,
      remark: access.remark,
      request_id: access.requestId,
      line: canonicalJson(access),
    })),
  );
