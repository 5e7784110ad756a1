import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, CONFIG, type Config } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '../access/access.decorator';
import { admitOnRecord, asksFor } from './access.guard';
import { DeniedAttempts } from '../access/denied-attempts';
import { RequestFromElsewhere } from '@induct/people';
import { proofMissing } from '../sign-ins/proof.rules';
import { ProofNeeded } from './proof-needed';
import { comesFromOurPages, speaksForThePerson } from '../access/same-origin';
import { cookieNames } from '../sign-ins/sign-in-cookie';
import type { SignedInPerson } from '../sign-ins/signed-in-person';
import { SignInNeededFilter } from './sign-in-needed.filter';
import { SignIns } from '../sign-ins/sign-ins';

interface SiteAccess {
  /** Paths below which something other than Nest answers (the queue board), and who may go there. */
  closed: Record<string, readonly Permission[]>;
  /** Paths that other servers post to. What they send proves itself; a cookie that comes along counts for nothing there. */
  fromServers: readonly string[];
  /** Paths of files, which need nobody's name. */
  files: string[];
}

const isBelow = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`);

/**
 * Before anything else happens to a request of the site: a change must come from our own pages, and the person is
 * looked up. Call it after `usePages`, which reads the cookies.
 */
export function useSiteAccess(app: NestFastifyApplication, { closed, files, fromServers }: SiteAccess): void {
  const signIns = app.get(SignIns, { strict: false });
  const denied = app.get(DeniedAttempts, { strict: false });
  const config = app.get<Config>(CONFIG, { strict: false });
  const { SITE_ORIGIN } = config;
  const clock = app.get(Clock, { strict: false });
  const cookie = cookieNames(SITE_ORIGIN).signIn;
  app.useGlobalFilters(new SignInNeededFilter(SITE_ORIGIN));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.decorateRequest('person', undefined);
  fastify.decorateRequest('cameIn', undefined);
  fastify.decorateRequest('personUnknown', undefined);
  fastify.decorateRequest('knownAs', undefined);
  fastify.addHook('onRequest', async (request: FastifyRequest) => {
    const path = request.url.split('?', 1)[0]!;
    if (fromServers.includes(path)) return;
    if (!comesFromOurPages(request, SITE_ORIGIN)) throw new RequestFromElsewhere();
    if (files.some((prefix) => isBelow(path, prefix))) return;
    const id = request.cookies[cookie];
    if (id && speaksForThePerson(request, SITE_ORIGIN)) {
      try {
        const { cameIn, ...person } = (await signIns.whoIs(id)) ?? {};
        if (cameIn) [request.person, request.cameIn] = [person as SignedInPerson, cameIn];
        request.knownAs = request.person?.id;
      } catch (error) {
        request.personUnknown = error as Error;
      }
    }
    for (const [prefix, permissions] of Object.entries(closed)) {
      if (!isBelow(decodedPath(path), prefix)) continue;
      await admitOnRecord(request, permissions, denied);
      const asked = { ...asksFor(config), declared: undefined, permissions };
      const missing = proofMissing(asked, request.cameIn, clock.now());
      if (missing) throw new ProofNeeded(missing);
    }
  });
}

/** The router decodes before it compares, so `/admin/%71ueues` is the same place. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path;
  }
}
