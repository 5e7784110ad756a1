import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify';
import type { Config } from '../config/config';

/**
 * Logs say which route answered what, how fast: never a path's values (they hold launch tokens, certificate numbers and
 * names), a query, a body, a cookie or an address; and of an error not what the database was asked with.
 */
export function loggerOptions(config: Pick<Config, 'LOG_LEVEL'>): FastifyServerOptions['logger'] {
  return {
    level: config.LOG_LEVEL,
    base: null,
    serializers: {
      req: (request: { method: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url ?? 'unknown',
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: errorFacts,
    },
  };
}

/**
 * What is logged of an error. Its other properties are left out: a failed query carries its text and its parameters, which
 * are people's names and addresses. PostgreSQL's "data exceptions" (class 22) quote the value in their message.
 */
export function errorFacts(error: Error & { code?: unknown; constraint?: unknown }) {
  const { name, message, stack, code, constraint } = error;
  const quotesValue = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
  const told = quotesValue ? `A value does not fit (${code})` : message;
  return {
    type: name,
    message: told,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    stack: stack?.replace(message, told) ?? '',
  };
}

/** Lets Nest's own messages go where the requests' go. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: FastifyBaseLogger) {}

  log(message: unknown, context?: string): void {
    this.pino.info({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.pino.trace({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (message instanceof Error) this.pino.error({ context, err: message }, errorFacts(message).message);
    else this.pino.error({ context, stack: rest.length > 1 ? rest[0] : undefined }, String(message));
  }
}

/** For a process without a web server. */
export const quietLogger = () => new ConsoleLogger({ logLevels: ['error', 'warn'] });
