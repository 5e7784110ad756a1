import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Allowance, callerOf, Clock, TooManyRequests } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Calendars look once an hour, and a member may have a few of them. */
const PER_MINUTE = 30;

/** An address is asked so often: whatever asks more than that is no calendar. */
@Injectable()
export class FeedGuard implements CanActivate {
  private readonly allowance = new Allowance(PER_MINUTE);

  constructor(private readonly clock: Clock) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const seconds = this.allowance.take(callerOf(http.getRequest<FastifyRequest>()), this.clock.now().getTime());
    if (seconds === 0) return true;
    void http.getResponse<FastifyReply>().header('retry-after', seconds);
    throw new TooManyRequests('A calendar looks at this address far more often than it should.');
  }
}
