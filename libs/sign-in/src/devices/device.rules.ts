import { type Role, worksAtTheDesk } from '@induct/people';

/** How long a device is remembered, in milliseconds: from the tick on, whether it is used or not. */
export const DEVICE_LIVES = 30 * 24 * 60 * 60_000;

/** Whoever looks after other people's records shows who they are each time. */
export const mayBeRemembered = (roles: readonly Role[]): boolean => !worksAtTheDesk(roles);
