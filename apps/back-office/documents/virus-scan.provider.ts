import { clamd, noScan, type VirusScan } from '#activities/documents/virus-scan.js';
import { ENVIRONMENT, type Environment } from '../environment.js';

/** Injection token of the scan of received files. */
export const VIRUS_SCAN = Symbol('virus scan');

export const virusScanProvider = {
  provide: VIRUS_SCAN,
  inject: [ENVIRONMENT],
  useFactory: ({ JALON_CLAMAV }: Environment): VirusScan => (JALON_CLAMAV === undefined ? noScan : clamd(JALON_CLAMAV)),
};
