import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CONFIG, type Config } from '@induct/platform';
import { cookieNames, cookieOptions } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What addresses of ours say of an act that has just been done. No page is asked for with one of these otherwise. */
const NEWS = ['done', 'saved', 'sent', 'noted', 'added', 'retried'] as const;

/** A browser follows a redirect at once. In seconds. */
const LIVES = 60;

/** What a browser bears that was sent to an address, and shows there. The fragment stays with the browser. */
export const newsCookie = (address: string): string =>
  createHash('sha256').update(address.split('#', 1)[0]!).digest('base64url');

/** Whether an address of ours tells of something that was done. */
export function tells(address: string): boolean {
  const asked = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1]);
  return NEWS.some((name) => asked.has(name));
}

/**
 * That something was done is said once, to the browser that did it. Whoever opens the same address by itself (a link in a
 * letter, the history, a page that is loaded again) sees how it stands, and is not told that they have just done something.
 * Call it after `usePages`, which reads cookies.
 */
export function useNewsOnce(app: NestFastifyApplication): void {
  const { SITE_ORIGIN } = app.get<Config>(CONFIG, { strict: false });
  const name = cookieNames(SITE_ORIGIN).done;
  const options = cookieOptions(SITE_ORIGIN);
  const fastify = app.getHttpAdapter().getInstance();

  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    if (request.method === 'GET' && tells(request.url)) {
      if (request.cookies[name] === newsCookie(request.url)) void reply.clearCookie(name, options);
      else for (const one of NEWS) delete (request.query as Record<string, unknown>)[one];
    }
    done();
  });

  fastify.addHook('onSend', (request: FastifyRequest, reply: FastifyReply, payload: unknown, done) => {
    const next = reply.getHeader('location');
    if (request.method === 'POST' && typeof next === 'string' && next.startsWith('/') && tells(next))
      void reply.setCookie(name, newsCookie(next), { ...options, maxAge: LIVES });
    done(null, payload);
  });
}
