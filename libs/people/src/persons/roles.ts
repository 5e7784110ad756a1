/** What a person may be in the council. One person can have several. */
export const ROLES = ['member', 'tester', 'champion', 'officer', 'administrator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** How pages name a role. */
export const ROLE_NAMES: Record<Role, string> = {
  member: 'Member',
  tester: 'Tester',
  champion: 'Champion',
  officer: 'Officer',
  administrator: 'Administrator',
  auditor: 'Auditor',
};

/** Roles that look after other people's records: their sign-ins end sooner, and they land on the desk. */
export const DESK_ROLES: readonly Role[] = ['officer', 'administrator', 'auditor'];

export const worksAtTheDesk = (roles: readonly Role[]): boolean => roles.some((role) => DESK_ROLES.includes(role));
