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

/**
 * A route that answers programs with JSON. It is only noted here: the library that describes it is loaded when somebody
 * asks for the document, because it takes as long to load as half of our start.
 * @param summary what it tells, in one line
 * @param answer the shape of a good answer
 */
export const JsonRoute =
  (summary: string, answer?: z.ZodType): MethodDecorator =>
  (prototype, method, descriptor) => {
    jsonRoutes.push({
      prototype,
      method: String(method),
      descriptor: descriptor,
      summary,
      answer,
    });
  };
