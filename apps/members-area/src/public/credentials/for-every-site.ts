import type { FastifyReply } from 'fastify';

/** Wallets of others read it, in browsers too; so long may it be kept. */
const SECONDS = 300;

export const forEverySite = (reply: FastifyReply): FastifyReply =>
  reply.headers({
    'cache-control': `public, max-age=${SECONDS}`,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
