import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CONFIG, type Config } from '@induct/platform';
import { cookieNames, cookieOptions } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether the page that is being shown is the first after a letter, to somebody who has no passkey. */
export const offersPasskey = (request: FastifyRequest, cookie: string): boolean =>
  request.person !== undefined && request.cookies[cookie] === '1';

/** After a letter the next page offers a passkey, once: nobody is sent round by a page in between. */
export function usePasskeyOffer(app: NestFastifyApplication): void {
  const { SITE_ORIGIN } = app.get<Config>(CONFIG, { strict: false });
  const { offer } = cookieNames(SITE_ORIGIN);
  const options = cookieOptions(SITE_ORIGIN);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request: FastifyRequest, reply: FastifyReply, payload: unknown, done) => {
      const isPage = reply.statusCode === 200 && String(reply.getHeader('content-type')).startsWith('text/html');
      if (request.method === 'GET' && isPage && offersPasskey(request, offer)) void reply.clearCookie(offer, options);
      done(null, payload);
    });
}
