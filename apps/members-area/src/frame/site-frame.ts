import { worksAtTheDesk } from '@induct/people';
import type { Config } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import { LIMITS } from '../forms/kept-form/limits';
import { navigationFor, type NavigationLink } from './navigation';

/** What the layout shows round every page; `site` in templates. */
export interface SiteFrame {
  council: string;
  demo: boolean;
  path: string;
  person: { name: string } | undefined;
  /** How long a sign-in lasts, in words. */
  quiet: string;
  atMost: string;
  navigation: NavigationLink[];
}

export const siteFrame =
  (config: Config) =>
  (request: FastifyRequest): SiteFrame => {
    const path = request.url.split('?', 1)[0]!;
    return {
      council: config.COUNCIL_NAME,
      demo: config.DEMO,
      path,
      person: request.person && { name: request.person.name },
      quiet: worksAtTheDesk(request.person?.roles ?? []) ? LIMITS.quietAtTheDesk : LIMITS.quiet,
      atMost: LIMITS.atMost,
      navigation: navigationFor(request.person?.roles ?? [], path),
    };
  };
