import { type Config, transportHeaders } from '@induct/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Our pages run our scripts and nothing else, and are framed by nobody. Forms lead to ourselves, and "Start" is answered
 * with a redirect to the content origin, which browsers hold against form-action too.
 */
function pageHeaders(config: Pick<Config, 'CONTENT_ORIGIN' | 'SITE_ORIGIN'>): Record<string, string> {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `frame-src 'self'`,
    `form-action 'self' ${config.CONTENT_ORIGIN}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...transportHeaders(config.SITE_ORIGIN),
  };
}

/** Pages are about one person: no cache keeps them, and "back" after signing out shows nothing. */
export function usePageHeaders(app: NestFastifyApplication, config: Config): void {
  const headers = pageHeaders(config);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    void reply.headers(headers);
    if (!request.url.startsWith('/assets/')) void reply.header('cache-control', 'no-store');
    done();
  });
}
