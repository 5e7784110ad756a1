import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  CONFIG,
  type Config,
  Council,
  type CouncilIdentity,
  isLanguage,
  type Language,
  onPageIn,
  unmarked,
} from '@induct/platform';
import { cookieNames } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What whoever asks has chosen to read in. */
    chosenLanguage: Language;
    /** What they are answered in: pages of the desk and of the steering group are in English. */
    language: Language;
  }
}

/** Whose words nobody has translated: they stay English as a whole, and say so, rather than half of each. */
const ENGLISH_ONLY = /^\/(admin|testing)(\/|$)/;

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]!;

/** Whether whoever reads this page may choose a language for it. A page that answers a form cannot be asked for again. */
export const offersLanguages = (request: FastifyRequest, { languages }: Pick<CouncilIdentity, 'languages'>): boolean =>
  languages === 'en-cy' && request.method === 'GET' && !ENGLISH_ONLY.test(pathOf(request));

/** Answers everybody in the language they have chosen. Call it after `usePages`, which reads cookies, and before all that says something. */
export function useReaderLanguage(app: NestFastifyApplication): void {
  const config = app.get<Config>(CONFIG, { strict: false });
  const council = app.get(Council, { strict: false });
  const cookie = cookieNames(config.SITE_ORIGIN).language;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.decorateRequest('chosenLanguage', 'en');
  fastify.decorateRequest('language', 'en');

  fastify.addHook('onRequest', (request: FastifyRequest, _: FastifyReply, done: () => void) => {
    const chosen = request.cookies[cookie];
    if (council.current.languages === 'en-cy' && isLanguage(chosen)) {
      request.chosenLanguage = chosen;
      if (!ENGLISH_ONLY.test(pathOf(request))) request.language = chosen;
    }
    onPageIn(request.language, done, council.current);
  });

  // What arrived in the meantime was read by the socket, which knows no reader.
  fastify.addHook('preValidation', (request: FastifyRequest, _: FastifyReply, done: () => void) =>
    onPageIn(request.language, done, council.current),
  );

  fastify.addHook('onSend', (request: FastifyRequest, reply: FastifyReply, payload: unknown, done) => {
    if (council.current.languages !== 'en-cy') return done(null, payload);
    if (String(reply.getHeader('content-type')).startsWith('text/html')) {
      void reply.header('content-language', request.language);
      return done(null, payload);
    }
    // The languages of what is no page are said nowhere in it.
    return done(null, typeof payload === 'string' ? unmarked(payload) : payload);
  });
}
