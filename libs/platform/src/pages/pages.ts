import { resolve } from 'node:path';
import cookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import nunjucks from 'nunjucks';

// dist/: the folder that holds govuk/
const govuk = resolve(require.resolve('govuk-frontend'), '../..');

/** Teaches a Fastify application to render the pages found below `root`. */
export async function usePages(
  app: NestFastifyApplication,
  root: string,
  options: { watch?: boolean } = {},
): Promise<void> {
  await app.register(cookie);
  app.setViewEngine({
    engine: { nunjucks },
    templates: [root, __dirname, govuk],
    options: { autoescape: true, throwOnUndefined: false, noCache: options.watch ?? false },
  });
  app.useStaticAssets({
    root: resolve(govuk, 'govuk/assets'),
    prefix: '/assets/',
    wildcard: false,
    decorateReply: false,
  });
}
