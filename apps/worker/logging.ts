import type { LoggerService } from '@nestjs/common';
import { type LogLevel, DefaultLogger, type Logger as TemporalLogger } from '@temporalio/worker';
import { type Logger, pino } from 'pino';

/** What the logs may say of a case: its number and what happened, never who or what about. */
const spoken = [
  'state',
  'caseRef',
  'workflowId',
  'workflowType',
  'runId',
  'activityType',
  'activityId',
  'attempt',
  'taskQueue',
  'durationMs',
  'sdkComponent',
  'error',
];

/** Structured logs, one JSON line each. */
export const createLogger = (level: string): Logger => pino({ level, base: { service: 'jalon-worker' } });

const pinoLevels: Readonly<Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'>> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/** Temporal's messages as ours; attributes that are not known to be harmless are left out. */
export function temporalLogger(logger: Logger): TemporalLogger {
  return new DefaultLogger('DEBUG', ({ level, message, meta }) => {
    const known = Object.entries(meta ?? {}).filter(([name]) => spoken.includes(name));
    const { workflowId, ...rest } = Object.fromEntries(known) as Record<string, unknown>;
    logger[pinoLevels[level]]({ ...rest, ...(workflowId !== undefined && { caseRef: workflowId }) }, message);
  });
}

/** Nest's own messages as ours. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown) => logger.debug(String(message)),
  warn: (message: unknown) => logger.warn(String(message)),
  error: (message: unknown) => logger.error(String(message)),
});
