import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import type { Permission } from './access.decorator';
import { decideAccess } from './access.rules';
import { DeniedAttempts } from './denied-attempts';
import { NotAllowed } from '@induct/people';
import { SignInNeeded } from './sign-in-needed';

/** Stands before every route of the site and lets in whom the route declares. Who is asking was found out by the hook. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly denied: DeniedAttempts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const declared = this.reflector.getAllAndOverride<Permission[] | undefined>(ACCESS, targets);
    await admitOnRecord(context.switchToHttp().getRequest<FastifyRequest>(), declared, this.denied);
    return true;
  }
}

/** Whoever tries doors that are not theirs is on record. */
export async function admitOnRecord(
  request: FastifyRequest,
  declared: readonly Permission[] | undefined,
  denied: DeniedAttempts,
): Promise<void> {
  try {
    admit(request, declared);
  } catch (error) {
    if (error instanceof NotAllowed && request.person) {
      await denied.page(request.person.id, patternOf(request));
    }
    throw error;
  }
}

/** `GET /admin/people/:id` */
export const patternOf = ({ method, routeOptions }: FastifyRequest): string =>
  `${method} ${routeOptions.url ?? 'unknown'}`;

/** @throws SignInNeeded, NotAllowed, or why it could not be found out who is asking */
function admit(request: FastifyRequest, declared: readonly Permission[] | undefined): void {
  const decision = decideAccess(declared, request.person?.roles);
  if (decision === 'let in') return;
  if (request.personUnknown) throw request.personUnknown;
  throw decision === 'ask to sign in' ? new SignInNeeded() : new NotAllowed();
}
