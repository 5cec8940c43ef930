import type { BodyKind } from '#workflows/ftap/body-kinds.js';

/** What a registry knows of an establishment. */
export interface RegisteredBody {
  readonly siret: string;
  readonly name: string;
  /** Left out when its legal form says nothing that a call asks about: the applicant chooses. */
  readonly kind?: BodyKind;
  /** The establishment is closed, says the registry. */
  readonly closed?: boolean;
  /** Name of the registry, as people read it. */
  readonly source: string;
}

/** Finds an establishment by its SIRET number (14 digits); undefined when there is none. Throws RegistryUnavailable. */
export interface BodyRegistry {
  find(siret: string): Promise<RegisteredBody | undefined>;
}

/** The registry did not answer, or not in its own language: the applicant types what it would have said. */
export class RegistryUnavailable extends Error {
  override readonly name = 'RegistryUnavailable';
}
