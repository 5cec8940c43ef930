const signs =
  /can't reach database server|ECONNREFUSED|ECONNRESET|connection (terminated|ended|closed)|terminating connection|database system is (starting|shutting)/i;

/** PostgreSQL cannot be reached just now: it comes back, and the same request will do. Prisma and pg say so in many words. */
export function isDatabaseDown(error: unknown): boolean {
  return error instanceof Error && (signs.test(error.message) || isDatabaseDown(error.cause));
}
