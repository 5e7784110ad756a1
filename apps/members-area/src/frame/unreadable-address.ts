import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * An address that the router cannot read (`/%E0%A4%A`, or far too long) is nobody's page. It is found out before any page
 * can be made, so the reader is sent to where "Page not found" is.
 */
export function unreadableAddress(_error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('cache-control', 'no-store').redirect('/page-not-found', 303);
}
