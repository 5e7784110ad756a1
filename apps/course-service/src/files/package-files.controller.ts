import { Controller, Get, Inject, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Access } from '@induct/people';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ContentNotFound } from '../content.errors';
import { PackageFiles } from './package-files.service';

const METHODS = new Set(['GET', 'HEAD']);

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
    fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
      const { url } = request.raw;
      if (!url?.startsWith('/content/') || !METHODS.has(request.method)) return;
      const query = url.indexOf('?');
      const path = query === -1 ? url : url.slice(0, query);
      if (await this.files.serve(path, request.raw, reply.raw)) reply.hijack();
    });
  }

  @Get(':key/*')
  get(): never {
    throw new ContentNotFound();
  }
}
