import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Person } from '@induct/people';
import type { CameIn } from './proof.rules';

/** Who is asking, as found out from the sign-in cookie. */
export type SignedInPerson = Pick<Person, 'id' | 'name' | 'email' | 'roles' | 'group' | 'district'>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined when nobody is signed in. */
    person?: SignedInPerson | undefined;
    /** How that person came in. */
    cameIn?: CameIn | undefined;
    /** Why it could not be found out who is asking: the database is away. Closed routes stay closed. */
    personUnknown?: Error | undefined;
  }
}

/**
 * The person who sent the request. On a route that is also open to the public it is `undefined` for a stranger; on all
 * others the guard has made sure that there is one.
 */
export const CurrentPerson = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SignedInPerson | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().person,
);
