import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    takesAnyText?: boolean;
  }
}

/**
 * A route that takes what a package has said, NUL and halves of characters included: it judges for itself, because what a
 * member did is not thrown away for a character.
 */
export const TakesAnyText = (): MethodDecorator & ClassDecorator => RouteConfig({ takesAnyText: true });

export const takesAnyText = (request: FastifyRequest): boolean => request.routeOptions.config?.takesAnyText === true;
