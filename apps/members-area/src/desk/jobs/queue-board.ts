import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { EVERY_QUEUE } from '@induct/platform';
import type { Queue } from 'bullmq';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotForThisRole, QUEUE_BOARD_PATH, queueBoardPolicy, withoutForeignFonts } from './queue-board.rules';

/**
 * bull-board, for administrators. It brings routes of its own that Nest and its guard know nothing of: the site closes
 * everything below its path to others (`useSiteAccess`), and this plugin asks again in its own scope, so that no change
 * on one side opens it.
 */
@Injectable()
export class QueueBoard implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    @Inject(EVERY_QUEUE) private readonly queues: readonly Queue[],
  ) {}

  onModuleInit(): void {
    // A process without a website (the worker) has no routes to add.
    const fastify = this.http.httpAdapter?.getInstance<FastifyInstance>();
    if (!fastify?.register) return;
    const adapter = new FastifyAdapter();
    adapter.setBasePath(QUEUE_BOARD_PATH);
    createBullBoard({
      serverAdapter: adapter,
      queues: this.queues.map((queue) => new BullMQAdapter(queue)),
      options: {
        uiConfig: {
          boardTitle: 'Induct queues',
          hideRedisDetails: true,
          // The board has a menu of its own: this leads out of it.
          miscLinks: [{ text: 'Back to Induct', url: '/admin/jobs' }],
        },
      },
    });
    // Whatever goes wrong is answered as everywhere on the site: the error climbs to the site's own handler.
    adapter.setErrorHandler((error) => {
      throw error;
    });
    void fastify.register(async (scope) => {
      scope.addHook('onRequest', administratorsOnly);
      scope.addHook('onSend', async (request, reply, payload) => ourOwnPage(request, reply, payload));
      await scope.register(adapter.registerPlugin(), { prefix: QUEUE_BOARD_PATH } as never);
    });
  }
}

async function administratorsOnly(request: FastifyRequest): Promise<void> {
  if (!request.person?.roles.includes('administrator')) throw new NotForThisRole();
}

/** Its page styles itself inline, and would ask another company's server for a font. */
function ourOwnPage(_request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (!String(reply.getHeader('content-type')).startsWith('text/html') || typeof payload !== 'string') return payload;
  void reply.header('content-security-policy', queueBoardPolicy);
  return withoutForeignFonts(payload);
}
