import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

interface JsonRouteFacts {
  prototype: object;
  method: string;
  descriptor: PropertyDescriptor;
  summary: string;
  answer: z.ZodType | undefined;
}

/** Every route that programs may rely on: only they are in the API document. */
export const jsonRoutes: JsonRouteFacts[] = [];

/** `by caller`: so many a minute for each who asks. `own`: the route has a rule of its own, or costs nothing. */
export type JsonLimit = 'by caller' | 'own';
export const JSON_ROUTE = 'induct:json-route';

/**
 * A route that answers programs with JSON. It is only noted here: the library that describes it is loaded when somebody
 * asks for the document, because it takes as long to load as half of our start.
 * @param summary what it tells, in one line
 * @param answer the shape of a good answer
 * @param limit how often it may be asked
 */
export const JsonRoute =
  (summary: string, answer?: z.ZodType, limit: JsonLimit = 'by caller'): MethodDecorator =>
  (prototype, method, descriptor) => {
    SetMetadata(JSON_ROUTE, limit)(prototype, method, descriptor);
    jsonRoutes.push({
      prototype,
      method: String(method),
      descriptor: descriptor,
      summary,
      answer,
    });
  };
