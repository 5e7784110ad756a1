import type { FastifyReply } from 'fastify';

/** The one other origin that a page of ours may frame: the film player of YouTube that sets no cookie before it plays. */
export const PLAYER = 'https://www.youtube-nocookie.com';

const POLICY = 'content-security-policy';

/** This answer may play films of ours. */
export function allowOwnFilms(reply: FastifyReply): void {
  void reply.header(POLICY, `${String(reply.getHeader(POLICY))}; media-src 'self'`);
}

/** This answer, and no other, may frame the player. */
export function allowPlayer(reply: FastifyReply): void {
  void reply.header(POLICY, String(reply.getHeader(POLICY)).replace(`frame-src 'self'`, `frame-src ${PLAYER}`));
}
