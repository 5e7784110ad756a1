import { type CanActivate, type ExecutionContext, Injectable, type Type } from '@nestjs/common';
import { Allowance, callerOf, Clock } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Makes a guard: what strangers may ask, they may ask so often a minute, each of them.
 * @param refusal what they are told who ask more often
 */
export function perMinute(times: number, refusal: () => Error): Type<CanActivate> {
  @Injectable()
  class PerMinuteGuard implements CanActivate {
    private readonly allowance = new Allowance(times);

    constructor(private readonly clock: Clock) {}

    canActivate(context: ExecutionContext): boolean {
      const http = context.switchToHttp();
      const seconds = this.allowance.take(callerOf(http.getRequest<FastifyRequest>()), this.clock.now().getTime());
      if (seconds === 0) return true;
      void http.getResponse<FastifyReply>().header('retry-after', seconds);
      throw refusal();
    }
  }
  return PerMinuteGuard;
}
