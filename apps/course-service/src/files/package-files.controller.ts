import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Controller, Get, Inject, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Access } from '@induct/sign-in';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ContentNotFound } from '../origin/content.errors';
import { PackageFiles } from './package-files.service';

/** The path of a request for a package file; undefined for anything else, service workers among it. */
function contentPath({ url, method, headers }: IncomingMessage): string | undefined {
  if (!url?.startsWith('/content/') || (method !== 'GET' && method !== 'HEAD')) return undefined;
  if (headers['service-worker'] !== undefined) return undefined;
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}

/**
 * `/content/<key>/<path>`. The files are answered in a hook, before Nest's own steps: thousands of small ones make up a
 * module's loading time. The route declares who may use it, and is reached only when there is nothing to answer with.
 */
@Controller('content')
@Access('public')
export class PackageFilesController implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    private readonly files: PackageFiles,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    this.answerWarmFilesFirst(fastify.server);
    fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
      const path = contentPath(request.raw);
      if (path !== undefined && (await this.files.serve(path, request.raw, reply.raw))) reply.hijack();
    });
  }

  /** Files in memory do not even enter Fastify: 52 µs of processor time each there, 35 here, 33 for bare node:http. */
  private answerWarmFilesFirst(server: Server): void {
    const listeners = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      const path = contentPath(request);
      if (path !== undefined && this.files.serveWarm(path, request, response)) return;
      for (const listener of listeners) listener.call(server, request, response);
    });
  }

  @Get(':key/*')
  get(): never {
    throw new ContentNotFound();
  }
}
