import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

/** Marks the routes that programs may rely on: only they are in the API document. */
export const JSON_ROUTE = 'JSON';

/**
 * A route that answers programs with JSON.
 * @param summary what it tells, in one line
 * @param answer the shape of a good answer
 */
export const JsonRoute = (summary: string, answer?: z.ZodType) =>
  applyDecorators(
    ApiTags(JSON_ROUTE),
    ApiOperation({ summary }),
    ...(answer
      ? [ApiOkResponse({ description: 'The answer', schema: z.toJSONSchema(answer, { io: 'output' }) as never })]
      : []),
  );
