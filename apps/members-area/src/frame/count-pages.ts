import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isRead, PageCounts, readerOf } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Counts which pages are read, once they are sent: without a cookie, and without anything about whoever reads. */
export function useCountedPages(app: NestFastifyApplication): void {
  const counts = app.get(PageCounts, { strict: false });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const route = request.routeOptions.url;
    const { 'user-agent': agent, 'sec-purpose': purpose } = request.headers;
    const answered = {
      method: request.method,
      route,
      status: reply.statusCode,
      contentType: reply.getHeader('content-type')?.toString(),
      agent,
      purpose: purpose?.toString(),
    };
    if (isRead(answered)) counts.add(route!, readerOf(request.person?.roles));
    done();
  });
}
