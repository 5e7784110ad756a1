import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Allowance, callerOf, Clock, DomainError } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const PER_MINUTE = 120;

export class TooManyChecks extends DomainError {
  readonly kind = 'too-many';
  readonly title = 'Too many checks';
  override readonly remedy = 'Please wait a minute, then try again.';
}

/** Nobody needs to check more certificates than this by hand; whoever tries numbers out does. */
@Injectable()
export class VerifyGuard implements CanActivate {
  private readonly allowance = new Allowance(PER_MINUTE);

  constructor(private readonly clock: Clock) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const seconds = this.allowance.take(callerOf(http.getRequest<FastifyRequest>()), this.clock.now().getTime());
    if (seconds === 0) return true;
    void http.getResponse<FastifyReply>().header('retry-after', seconds);
    throw new TooManyChecks('You have checked very many certificates in a short time.');
  }
}
