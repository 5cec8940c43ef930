/** Writes an error in the form that the Prisma CLI reads from its engine's standard error. */
export function logError(code, message) {
  const fields = { message, is_panic: false, error_code: code };
  const line = { timestamp: new Date().toISOString(), level: 'ERROR', target: 'schema_engine::logger', fields };
  process.stderr.write(`\n${JSON.stringify(line)}\n`);
}
