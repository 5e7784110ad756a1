import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import type { Permission } from './access.decorator';
import { decideAccess } from './access.rules';
import { NotAllowed } from './people.errors';
import { SignInNeeded } from './sign-in-needed';

/** Stands before every route of the site and lets in whom the route declares. Who is asking was found out by the hook. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const declared = this.reflector.getAllAndOverride<Permission[] | undefined>(ACCESS, targets);
    admit(context.switchToHttp().getRequest<FastifyRequest>(), declared);
    return true;
  }
}

/** @throws SignInNeeded, NotAllowed, or why it could not be found out who is asking */
export function admit(request: FastifyRequest, declared: readonly Permission[] | undefined): void {
  const decision = decideAccess(declared, request.person?.roles);
  if (decision === 'let in') return;
  if (request.personUnknown) throw request.personUnknown;
  throw decision === 'ask to sign in' ? new SignInNeeded() : new NotAllowed();
}
