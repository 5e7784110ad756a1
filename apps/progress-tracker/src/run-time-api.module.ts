import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AccreditationModule } from '@induct/accreditation';
import { ProgressModule } from '@induct/progress';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { CommitsController } from './commits.controller';
import { StateController } from './state.controller';

/** 1 MiB of suspend data, its escapes and the rest of the snapshot. */
const BODY_LIMIT = 1536 * 1024;

/** The two routes of the content origin that the player talks to. Awards are made in the commits' transaction. Needs the platform and the queue. */
@Module({ imports: [ProgressModule, AccreditationModule], controllers: [CommitsController, StateController] })
export class RunTimeApiModule {
  constructor(host: HttpAdapterHost) {
    // Nest has no decorator for a route's limit; other routes keep the application's smaller one.
    const fastify = host.httpAdapter?.getInstance<FastifyInstance>();
    fastify?.addHook('onRoute', (route: RouteOptions) => {
      if (route.url === '/launch/:token/commits') route.bodyLimit = BODY_LIMIT;
    });
  }
}
