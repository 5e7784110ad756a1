import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { TasterOpenings } from '@induct/course';
import { Access } from '@induct/sign-in';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PackageFiles } from '../files/package-files.service';
import { ContentNotFound } from '../origin/content.errors';

/** `/tasted/<id of the taster>.<pass>/<path>` */
const ADDRESS = /^\/tasted\/([0-9a-f-]{36})\.([\w-]{43})\/([^?]+)/;

/** The files of tasters, under addresses that end within two days: the version's own key is given to nobody without an account. */
@Injectable()
export class TastedFiles {
  constructor(
    private readonly openings: TasterOpenings,
    private readonly files: PackageFiles,
  ) {}

  /** @returns false when there is nothing to answer with */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, id, pass, path] = ADDRESS.exec(request.url ?? '') ?? [];
    if (!id || !pass || !path || !/^(GET|HEAD)$/.test(request.method ?? '')) return false;
    const taster = await this.openings.playing(id, pass);
    return taster !== undefined && (await this.files.serve(`/content/${taster.versionKey}/${path}`, request, response));
  }
}

/** The route says who may use it, and is reached only when there is nothing to answer with. */
@Controller('tasted')
@Access('public')
export class TastedFilesController implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    private readonly files: TastedFiles,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.raw.url?.startsWith('/tasted/') && (await this.files.serve(request.raw, reply.raw))) reply.hijack();
    });
  }

  @Get(':pass/*')
  get(): never {
    throw new ContentNotFound();
  }
}
