import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorWords, Repeating } from '@induct/platform';
import { Logger } from '@nestjs/common';
import { FoundByAnybody } from './found-by-anybody';

const EVERY_MS = 60_000;

/** Anybody can find something from when the site listens: a page that came or went with a new version of it, too. */
export function keepSiteEntries(app: NestFastifyApplication): void {
  const found = app.get(FoundByAnybody, { strict: false });
  const logger = new Logger('Search');
  const repeating = new Repeating(
    EVERY_MS,
    () => found.keep(),
    (error) => logger.warn(`What anybody finds stays as it was: ${errorWords(error)}`),
  );
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onListen', (done) => {
      repeating.start(0);
      done();
    })
    .addHook('onClose', () => repeating.stop());
}
