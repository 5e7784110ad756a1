import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify';
import type { Config } from '../config/config';
import { alwaysHeaders } from './always-headers';
import { takesAnyText } from './any-text';
import { ErrorFilter } from './error.filter';
import { loggerOptions, PinoLogger } from './logger';
import { mustBeText } from './no-text';
import { sayRaw } from './raw-answers';
import { makeServer } from './server';
import { type Patience, USUAL_PATIENCE } from './slow-body';

/** Fastify would write the address of every page that does not exist into the log, with whatever secret it holds. */
class QuietAboutAddresses extends LogController {
  override routeNotFound(): void {
    // Said by the hook below, without the address.
  }
}

export interface ApplicationOptions {
  /** The address people see, which says whether a proxy speaks TLS for us. */
  origin?: string;
  /** Template of the error page; without one errors are problem+json. */
  errorPage?: string;
  fastify?: FastifyServerOptions;
  /** Of a test that has none. */
  patience?: Patience;
}

/** A Nest application on Fastify as all of ours are: one logger, one error filter, nothing said about the software. */
export async function createApplication(
  module: DynamicModule,
  config: Config,
  { origin = config.SITE_ORIGIN, errorPage, fastify: more, patience = USUAL_PATIENCE }: ApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const always = alwaysHeaders(origin);
  const adapter = new FastifyAdapter({
    logger: loggerOptions(config),
    logController: new QuietAboutAddresses({ disableRequestLogging: true }),
    // Whoever is not one of ours says nothing about where a request came from.
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? config.TRUSTED_PROXIES : false,
    bodyLimit: 256 * 1024,
    serverFactory: (handle: Parameters<typeof makeServer>[2]) => makeServer(always, patience, handle),
    // The server has answered already.
    clientErrorHandler: () => {},
    frameworkErrors: (_error: Error, _request: FastifyRequest, reply: FastifyReply) => sayRaw(reply.raw, 400),
    ...more,
  } as FastifyServerOptions);
  const fastify = adapter.getInstance();
  fastify.addHook('preValidation', (request, _reply, done) => {
    mustBeText([request.params, request.query]);
    if (!takesAnyText(request)) mustBeText(request.body);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter as never, {
    logger: new PinoLogger(fastify.log),
    // A part that cannot be made is an error of the caller's, not the end of the process.
    abortOnError: false,
  });
  app.useGlobalFilters(new ErrorFilter(errorPage));
  return app;
}
