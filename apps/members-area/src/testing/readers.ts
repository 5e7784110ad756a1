import type { Role } from '@induct/people';

/** Who comes to the steering group's pages. */
export const READERS = ['tester', 'officer', 'champion', 'auditor', 'administrator'] as const;
/** Who works on rounds and findings. */
export const WORKERS = ['tester', 'officer'] as const;

const SEE_ALL: readonly Role[] = ['officer', 'champion', 'auditor', 'administrator'];

/** Testers see the rounds they are in; everybody else who may come here sees all. */
export const seesAll = ({ roles }: { roles: readonly Role[] }): boolean => roles.some((role) => SEE_ALL.includes(role));
