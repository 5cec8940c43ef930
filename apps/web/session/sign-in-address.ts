interface Wishes {
  /** A page of this application. */
  readonly returnTo: string;
  /** With a second factor. */
  readonly strong?: boolean;
}

/** Where the browser leaves for the identity provider: a plain link, the server does the rest. */
export function signInAddress({ returnTo, strong = false }: Wishes): string {
  const query = new URLSearchParams({ returnTo, ...(strong && { strong: '1' }) });
  return `/api/session/sign-in?${query.toString()}`;
}

/** The page where the person is. */
export const thisPage = () => window.location.pathname + window.location.search;
