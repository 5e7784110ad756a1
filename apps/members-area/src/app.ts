import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type Config,
  Council,
  createApplication,
  type StandIns,
  takeOwnCookies,
  useApiDocument,
} from '@induct/platform';
import { OWN_COOKIES, useSiteAccess } from '@induct/sign-in';
import type { DataSource } from 'typeorm';
import { useKeptForms } from './forms/kept-form/use-kept-forms';
import { MembersAreaModule } from './members-area.module';
import { usePageHeaders } from './frame/page-headers';
import { siteFrame } from './frame/site-frame';
import { unreadableAddress } from './frame/unreadable-address';
import { useCountedPages } from './frame/count-pages';
import { usePages } from './frame/pages';
import { BACK_CHANNEL } from './public/council-sign-in/back-channel.controller';
import { keepSiteEntries } from './public/search/keep-site-entries';
import { usePasskeyOffer } from './frame/passkey-offer';
import { useReaderLanguage } from './frame/reader-language';
import { useNewsOnce } from './frame/told-once';

/** A module's name in its address may be long. */
const LONGEST_PARAMETER = 300;

/**
 * The members' website, ready to listen.
 * @param given clock and randomness, when a test sets them
 */
export async function createMembersArea(
  config: Config,
  database: DataSource,
  given: StandIns = {},
): Promise<NestFastifyApplication> {
  const { module, plan } = MembersAreaModule.with(config, database, given);
  const app = await createApplication(module, config, {
    errorPage: 'error.njk',
    fastify: { routerOptions: { maxParamLength: LONGEST_PARAMETER }, frameworkErrors: unreadableAddress },
  });
  takeOwnCookies(app, OWN_COOKIES);
  usePageHeaders(app, config);
  await app.register(multipart);
  const council = app.get(Council, { strict: false });
  await usePages(app, __dirname, {
    frame: siteFrame(config, plan, council),
    own: () => council.current,
    languages: ['cy'],
  });
  useReaderLanguage(app);
  useNewsOnce(app);
  useSiteAccess(app, {
    closed: { '/admin/queues': ['administrator'] },
    files: ['/assets', '/sign-in/left', '/kept-form/draft'],
    fromServers: [BACK_CHANNEL],
  });
  useCountedPages(app);
  useKeptForms(app);
  usePasskeyOffer(app);
  keepSiteEntries(app);
  useApiDocument(app, 'Induct, members area', config.SITE_ORIGIN);
  return app;
}
