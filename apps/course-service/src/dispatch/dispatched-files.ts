import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ancestorsOf, DispatchOpenings } from '@induct/course';
import { CONFIG, type Config } from '@induct/platform';
import { Access } from '@induct/sign-in';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PackageFiles } from '../files/package-files.service';
import { ContentNotFound } from '../origin/content.errors';

/** `/dispatched/<id of the dispatch>.<pass>/<path>` */
const ADDRESS = /^\/dispatched\/([0-9a-f-]{36})\.([\w-]{43})\/([^?]+)/;

/**
 * The files of dispatched modules, under addresses that end with the dispatch: the version's own key is never given away.
 * Each is asked for again each time, so that what an officer revokes is gone for browsers that hold it, too.
 */
@Injectable()
export class DispatchedFiles {
  constructor(
    private readonly openings: DispatchOpenings,
    private readonly files: PackageFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns false when there is nothing to answer with */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, id, pass, path] = ADDRESS.exec(request.url ?? '') ?? [];
    if (!id || !pass || !path || !/^(GET|HEAD)$/.test(request.method ?? '')) return false;
    const playing = await this.openings.playing(id, pass);
    if (!playing) return false;
    const ancestors = ancestorsOf(playing.sites, this.config.CONTENT_ORIGIN.startsWith('https:'));
    return await this.files.serve(`/content/${playing.key}/${path}`, request, response, ancestors);
  }
}

/** The route says who may use it, and is reached only when there is nothing to answer with. */
@Controller('dispatched')
@Access('public')
export class DispatchedFilesController implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    private readonly files: DispatchedFiles,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.raw.url?.startsWith('/dispatched/') && (await this.files.serve(request.raw, reply.raw)))
        reply.hijack();
    });
  }

  @Get(':pass/*')
  get(): never {
    throw new ContentNotFound();
  }
}
