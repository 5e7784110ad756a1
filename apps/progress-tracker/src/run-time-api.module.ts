import { Inject, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock, CONFIG, type Config } from '@induct/platform';
import { ProgressModule } from '@induct/progress';
import { SteeringModule } from '@induct/steering';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { ChangedPageController } from './changed-page.controller';
import { boundCommits, COMMIT_BYTES, countStructure } from './commit-bounds';
import { CommitsController } from './commits.controller';
import { PreviewController } from './preview.controller';
import { PreviewCommitsController } from './preview-commits.controller';
import { StateController } from './state.controller';

/** What the routes that take more than the application's limit take. */
const BODY_LIMITS: Record<string, number> = {
  '/launch/:token/commits': COMMIT_BYTES,
  '/preview/:token/commits': COMMIT_BYTES,
  '/preview/:token/log': 1536 * 1024,
  // A screenshot of 3 MiB in base64, and the words.
  '/preview/:token/findings': 4608 * 1024,
};

/**
 * The routes of the content origin that the player talks to: in a launch, and in a preview. Needs the platform, the queue,
 * and who hears of completions: awards are made in the commits' transaction.
 */
@Module({
  imports: [ProgressModule, SteeringModule],
  controllers: [ChangedPageController, CommitsController, StateController, PreviewCommitsController, PreviewController],
})
export class RunTimeApiModule {
  constructor(host: HttpAdapterHost, clock: Clock, @Inject(CONFIG) config: Config) {
    // Nest has no decorator for a route's limit; other routes keep the application's smaller one.
    const fastify = host.httpAdapter?.getInstance<FastifyInstance>();
    fastify?.addHook('onRoute', (route: RouteOptions) => {
      const limit = BODY_LIMITS[route.url];
      if (limit !== undefined && route.method !== 'GET') route.bodyLimit = limit;
    });
    if (!fastify) return;
    countStructure(fastify, Object.keys(BODY_LIMITS));
    boundCommits(fastify, ['/launch/:token/commits', '/preview/:token/commits'], config, clock);
  }
}
