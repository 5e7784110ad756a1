import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, errorWords, SearchEntries, Transactions } from '@induct/platform';
import { Logger } from '@nestjs/common';
import type { SitePlan } from '../../frame/site-plan';
import { siteEntries } from './site-entries';

/** The site's own pages can be found from when it listens: a page that came or went with a new version of it, too. */
export function keepSiteEntries(app: NestFastifyApplication, plan: SitePlan, config: Config): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onListen', async () => {
      const entries = app.get(SearchEntries, { strict: false });
      try {
        await app
          .get(Transactions, { strict: false })
          .run((tx) => entries.replace(tx, ['page'], siteEntries(plan, config.COUNCIL_NAME)));
      } catch (error) {
        new Logger('Search').warn(`The site's own pages are found as they were: ${errorWords(error)}`);
      }
    });
}
