import type { Role } from '#workflows/kit/people.js';

const readers: readonly Role[] = ['programManager', 'authority', 'direction', 'auditor'];

/** Who pays for what is the service's own business. */
export const readsFigures = (roles: readonly Role[]): boolean => roles.some((role) => readers.includes(role));
