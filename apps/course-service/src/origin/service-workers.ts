import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceWorkersRefused } from './content.errors';

/** Browsers announce the script of a service worker: none of this origin is one (docs/security.md, “Packages”). */
@Injectable()
export class NoServiceWorkers implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', async (request: FastifyRequest) => {
      if (request.headers['service-worker'] !== undefined) throw new ServiceWorkersRefused();
    });
  }
}
