import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../injected/clock';
import { Allowance } from './allowance';
import { DomainError } from '../errors/domain-error';
import { JSON_ROUTE, type JsonLimit } from './json-route';
import { networkOf } from '../config/trusted-proxies';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking, when that is known: limits count by this, because a whole council may sit behind one address. */
    knownAs?: string | undefined;
  }
}

/** Five a second, over and over: several tabs that ask how far something is stay far below. */
const PER_MINUTE = 300;

export class TooManyRequests extends DomainError {
  readonly kind = 'too-many';
  readonly title = 'Too many requests';
  override readonly remedy = 'Please wait a minute, then try again.';
}

/** By person, by launch or preview, and only when neither is known by network. */
export function callerOf(request: Pick<FastifyRequest, 'knownAs' | 'ip' | 'params'>): string {
  const { token } = (request.params ?? {}) as { token?: unknown };
  return request.knownAs ?? (typeof token === 'string' ? token : networkOf(request.ip));
}

/** JSON routes are asked by programs, which do not tire: each caller has an allowance for each of them. */
@Injectable()
export class JsonLimitGuard implements CanActivate {
  private readonly allowance = new Allowance(PER_MINUTE);

  constructor(
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    if (this.reflector.get<JsonLimit | undefined>(JSON_ROUTE, handler) !== 'by caller') return true;
    const http = context.switchToHttp();
    const caller = callerOf(http.getRequest<FastifyRequest>());
    const seconds = this.allowance.take(
      `${context.getClass().name}.${handler.name} ${caller}`,
      this.clock.now().getTime(),
    );
    if (seconds === 0) return true;
    void http.getResponse<FastifyReply>().header('retry-after', seconds);
    throw new TooManyRequests('Something on your device asks this far more often than it should.');
  }
}
