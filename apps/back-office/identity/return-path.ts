const nowhere = 'https://jalon.invalid';

/**
 * Where a person goes back to after signing in: an address of this application's pages. Anything else is its home page: an address that
 * somebody else has written must not lead elsewhere, nor do something by itself.
 */
export function returnPath(wished: string | undefined): string {
  // What a browser would read as another host (`//x`, `/\x`) or silently leave out (tabs, line ends) is not an address of ours.
  if (wished === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wished) || !URL.canParse(wished, nowhere)) return '/';
  const { origin, pathname, search, hash } = new URL(wished, nowhere);
  // Dots may have been folded into a second slash.
  if (origin !== nowhere || pathname.startsWith('//') || /^\/api(\/|$)/i.test(pathname)) return '/';
  return pathname + search + hash;
}
