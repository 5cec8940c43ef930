import type { Role } from '#workflows/kit/people.js';

const auditing: readonly Role[] = ['auditor', 'administrator', 'programManager'];

/** Whether one of these roles follows who read what; of which cases is the server's to say. */
export const audits = (roles: readonly Role[]): boolean => roles.some((role) => auditing.includes(role));
