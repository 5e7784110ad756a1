import { type Role, worksAtTheDesk } from './roles';

/** Administrators look after everybody; officers after whoever does not work at the desk. @param theirs roles, resting ones too */
export const mayLookAfter = (own: readonly Role[], theirs: readonly Role[]): boolean =>
  own.includes('administrator') || (own.includes('officer') && !worksAtTheDesk(theirs));
