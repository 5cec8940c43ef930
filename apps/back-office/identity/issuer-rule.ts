interface Settings {
  readonly JALON_OIDC_ISSUER: string;
  readonly JALON_DEMONSTRATION: boolean;
}

const thisMachine = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;

/**
 * Why this provider may not say who people are; undefined when it may. One that is reached without TLS, or that runs on this very machine,
 * stands in for ProConnect on a demonstration and nowhere else.
 */
export function whyNotIssuer({ JALON_OIDC_ISSUER, JALON_DEMONSTRATION }: Settings): string | undefined {
  if (JALON_DEMONSTRATION) return undefined;
  const { protocol, hostname } = new URL(JALON_OIDC_ISSUER);
  if (protocol !== 'https:') return 'attendu\u00a0: une adresse https, hors démonstration';
  if (thisMachine.test(hostname)) return 'attendu\u00a0: un autre serveur que cette machine, hors démonstration';
  return undefined;
}
