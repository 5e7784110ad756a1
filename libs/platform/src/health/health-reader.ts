import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config';

/** Who sees how every part is, besides the holder of HEALTH_TOKEN. An application that knows people says so. */
export abstract class HealthReader {
  abstract mayRead(request: FastifyRequest): boolean;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** For monitoring: `Authorization: Bearer …`, never in the address, which logs keep. */
export function holdsHealthToken(
  authorization: string | undefined,
  { HEALTH_TOKEN }: Pick<Config, 'HEALTH_TOKEN'>,
): boolean {
  if (!HEALTH_TOKEN || !authorization) return false;
  return timingSafeEqual(digest(authorization), digest(`Bearer ${HEALTH_TOKEN}`));
}
