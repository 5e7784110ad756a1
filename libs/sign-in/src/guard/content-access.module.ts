import { type CanActivate, type ExecutionContext, Injectable, Module } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { ACCESS } from '@induct/platform';
import type { Permission } from '../access/access.decorator';
import { decideAccess } from '../access/access.rules';
import { NotAllowed } from '@induct/people';

/** Deny by default on the content origin, where there are no cookies and so no people: only public routes and launch tokens. */
@Injectable()
class ContentAccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const declared = this.reflector.getAllAndOverride<Permission[] | undefined>(ACCESS, targets);
    if (decideAccess(declared) !== 'let in') throw new NotAllowed();
    return true;
  }
}

/** For the root module of an application on the content origin. */
@Module({ providers: [{ provide: APP_GUARD, useClass: ContentAccessGuard }] })
export class ContentAccessModule {}
