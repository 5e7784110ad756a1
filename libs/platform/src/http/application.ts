import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyServerOptions, LogController } from 'fastify';
import type { Config } from '../config/config';
import { MOST_HEADER_BYTES } from './cookies';
import { ErrorFilter } from './error.filter';
import { loggerOptions, PinoLogger } from './logger';

/** Fastify would write the address of every page that does not exist into the log, with whatever secret it holds. */
class QuietAboutAddresses extends LogController {
  override routeNotFound(): void {
    // Said by the hook below, without the address.
  }
}

export interface ApplicationOptions {
  /** Template of the error page; without one errors are problem+json. */
  errorPage?: string;
  fastify?: FastifyServerOptions;
}

/** A Nest application on Fastify as all of ours are: one logger, one error filter, nothing said about the software. */
export async function createApplication(
  module: DynamicModule,
  config: Config,
  options: ApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: loggerOptions(config),
    logController: new QuietAboutAddresses({ disableRequestLogging: true }),
    // Behind Caddy the client's address is in X-Forwarded-For; only a proxy on a private network is believed.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    bodyLimit: 256 * 1024,
    http: { maxHeaderSize: MOST_HEADER_BYTES },
    ...options.fastify,
  } as FastifyServerOptions);
  const fastify = adapter.getInstance();
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter as never, {
    logger: new PinoLogger(fastify.log),
    // A part that cannot be made is an error of the caller's, not the end of the process.
    abortOnError: false,
  });
  app.useGlobalFilters(new ErrorFilter(options.errorPage));
  return app;
}
