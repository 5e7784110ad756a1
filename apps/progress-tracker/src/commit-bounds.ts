import { Allowance, type Clock, type Config } from '@induct/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { structureCounted } from './structure-count';

/** The largest: 1 MiB of suspend data, which may double as a JSON string, and the rest of the snapshot. */
export const COMMIT_BYTES = 3072 * 1024;
/** A commit of this many bytes counts once against the rate, a larger one for each such piece of it. */
const PIECE = 32 * 1024;
/** A smaller body cannot hold enough to matter. */
const WORTH_COUNTING = 64 * 1024;

/**
 * What is judged of a commit before it is read: how often its launch sends, and how much. Whoever is too fast is asked to come again: the player keeps its newest snapshot, and nothing is lost.
 */
export function boundCommits(
  fastify: FastifyInstance,
  urls: readonly string[],
  { COMMITS_PER_MINUTE: perMinute }: Config,
  clock: Clock,
): void {
  const allowance = new Allowance(perMinute);
  const mayCome = async (request: FastifyRequest, reply: FastifyReply) => {
    const { token } = request.params as { token: string };
    const seconds = allowance.take(token, clock.now().getTime(), Math.max(1, Math.ceil(bytesOf(request) / PIECE)));
    if (seconds === 0) return;
    await reply
      .status(429)
      .headers({ 'retry-after': seconds, 'cache-control': 'no-store' })
      .send({ ok: false, error: 'retry' });
  };
  fastify.addHook('onRoute', (route: RouteOptions) => {
    if (route.method !== 'POST' || !urls.includes(route.url)) return;
    route.onRequest = [...[route.onRequest ?? []].flat(), mayCome];
  });
}

/** What reading would cost is counted while it arrives, wherever much may arrive. */
export function countStructure(fastify: FastifyInstance, urls: readonly string[]): void {
  fastify.addHook('onRoute', (route: RouteOptions) => {
    if (route.method !== 'POST' || !urls.includes(route.url)) return;
    route.preParsing = (request, _reply, body, done) =>
      done(null, bytesOf(request) < WORTH_COUNTING ? body : structureCounted(body));
  });
}

/** A body that does not say how long it is may be as long as any, and counts as that: the player's always says it. */
function bytesOf({ headers }: FastifyRequest): number {
  const bytes = Number(headers['content-length']);
  return Number.isFinite(bytes) ? bytes : COMMIT_BYTES;
}
