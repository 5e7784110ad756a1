import { worksAtTheDesk } from '@induct/people';
import type { Config } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import { LIMITS } from '../words/limits';
import { navigationFor, type NavigationLink } from './navigation';
import type { SitePlan, WayBack } from './site-plan';

/** What the layout shows round every page; `site` in templates. */
export interface SiteFrame {
  council: string;
  demo: boolean;
  path: string;
  /** What the page is called, unless it says so itself. */
  title: string | undefined;
  back: WayBack | undefined;
  person: { name: string } | undefined;
  /** How long a sign-in lasts, in words. */
  quiet: string;
  atMost: string;
  navigation: NavigationLink[];
}

export const siteFrame =
  (config: Config, plan: SitePlan) =>
  (request: FastifyRequest): SiteFrame => {
    const path = request.url.split('?', 1)[0]!;
    const route = request.routeOptions.url;
    return {
      council: config.COUNCIL_NAME,
      demo: config.DEMO,
      path,
      title: plan.titleOf(route),
      back: plan.wayBack(route, request.method),
      person: request.person && { name: request.person.name },
      quiet: worksAtTheDesk(request.person?.roles ?? []) ? LIMITS.quietAtTheDesk : LIMITS.quiet,
      atMost: LIMITS.atMost,
      navigation: navigationFor(plan.menu, request.person?.roles ?? [], path),
    };
  };
