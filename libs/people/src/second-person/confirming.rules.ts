import type { PersonRoleEntity } from '../persons/person-role.entity';
import type { Role } from '../persons/roles';

const HOUR = 3_600_000;

/** Roles that sign off, confirm or hand out roles. Giving one takes a second person. */
export const CONFIRMING_ROLES: readonly Role[] = ['tester', 'officer', 'administrator'];
/** Who agrees to what another proposes. */
export const AGREEING_ROLES: readonly Role[] = ['officer', 'administrator'];

/** In milliseconds, after a role was given or the address of its holder changed. */
const FIRST_CONFIRMS_AFTER = 24 * HOUR;
/** In milliseconds: for so long somebody who is no longer at the desk keeps others from acting alone. */
export const QUIET_AFTER_LEAVING = 30 * 24 * HOUR;

export const confirms = (role: Role): boolean => CONFIRMING_ROLES.includes(role);

export const firstConfirms = (now: Date): Date => new Date(now.getTime() + FIRST_CONFIRMS_AFTER);

/** Somebody who agrees, or did. */
export type SecondPerson = Pick<PersonRoleEntity, 'personId' | 'confirmsFrom'> & {
  /** Null: they are at the desk now. */
  leftAt: Date | null;
};

/**
 * From when on somebody may act without a second person; undefined as long as there is one who can agree. Nobody gets
 * there by sending the others away: for thirty days, who could agree counts as if they were there.
 */
export function aloneFrom(proposedBy: string, desk: readonly SecondPerson[], now: Date): Date | undefined {
  const others = desk.filter(
    ({ personId, confirmsFrom, leftAt }) => personId !== proposedBy && confirmsFrom <= (leftAt ?? now),
  );
  if (others.some(({ leftAt }) => leftAt === null)) return undefined;
  const quietUntil = others.map(({ leftAt }) => leftAt!.getTime() + QUIET_AFTER_LEAVING);
  return new Date(Math.max(now.getTime(), ...quietUntil));
}
