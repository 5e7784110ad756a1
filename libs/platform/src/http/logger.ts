import type { LoggerService } from '@nestjs/common';
import Fastify, { type FastifyBaseLogger, type FastifyServerOptions } from 'fastify';
import type { Config } from '../config/config';
import { errorFacts, errorWords } from '../errors/error-facts';
import { withoutPersonalData } from '../errors/personal-data';

/**
 * Logs say which route answered what, how fast: never a path's values (they hold launch tokens, certificate numbers and
 * names), a query, a body, a cookie or an address; and of an error not what the database was asked with. Whatever was
 * forgotten is taken out of the line itself.
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
    hooks: { streamWrite: withoutPersonalData },
  } as FastifyServerOptions['logger'];
}

/** Lets Nest's own messages go where the requests' go. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: FastifyBaseLogger) {}

  log(message: unknown, context?: string): void {
    this.pino.info({ context }, words(message));
  }
  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, words(message));
  }
  debug(message: unknown, context?: string): void {
    this.pino.debug({ context }, words(message));
  }
  verbose(message: unknown, context?: string): void {
    this.pino.trace({ context }, words(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    const about = rest.length > 1 && rest[0] !== undefined ? { about: words(rest[0]) } : {};
    if (message instanceof Error) this.pino.error({ context, ...about, err: message }, errorWords(message));
    else this.pino.error({ context, ...about }, words(message));
  }
}

const words = (message: unknown): string => (message instanceof Error ? errorWords(message) : String(message));

/** For a part without a web server: it writes as the others do, and no more than what went wrong. */
export const quietLogger = (config: Pick<Config, 'LOG_LEVEL'>): PinoLogger =>
  new PinoLogger(Fastify({ logger: loggerOptions(config) } as FastifyServerOptions).log);
