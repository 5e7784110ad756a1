import type { FastifyReply } from 'fastify';

/** Wallets of others read it, in browsers too. @param seconds so long may it be kept */
export const forEverySite = (reply: FastifyReply, seconds = 300): FastifyReply =>
  reply.headers({
    'cache-control': `public, max-age=${seconds}`,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
