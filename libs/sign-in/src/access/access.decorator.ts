import { ACCESS } from '@induct/platform';
import { SetMetadata } from '@nestjs/common';
import type { Role } from '@induct/people';

/**
 * Who may use a route: everybody, whoever is signed in, the holder of a launch token (the service checks it: the token
 * is in the address), or people with one of the roles.
 */
export type Permission = 'public' | 'signed-in' | 'launch-token' | Role;

/**
 * Every route says who may use it, on the method or on its class (the method's word counts). A route that does not is
 * refused, and fails a test.
 */
export const Access = (...permissions: [Permission, ...Permission[]]) => SetMetadata(ACCESS, permissions);
