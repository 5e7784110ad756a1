import { SCREEN_PAGE_POLICY } from '@induct/authoring';
import type { FastifyReply } from 'fastify';

/** A screen as members will see it: a page that loads nothing and runs nothing. */
export const sendScreen = (reply: FastifyReply, page: string) =>
  reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': SCREEN_PAGE_POLICY,
      'cache-control': 'private, no-store',
    })
    .send(page);
