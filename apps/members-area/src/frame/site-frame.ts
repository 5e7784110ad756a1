import { worksAtTheDesk } from '@induct/people';
import type { Config } from '@induct/platform';
import { cookieNames } from '@induct/sign-in';
import type { FastifyRequest } from 'fastify';
import { LIMITS } from '../words/limits';
import { type Crumb, crumbsFor } from './crumbs';
import { navigationBeside, navigationFor, type NavigationLink } from './navigation';
import { offersPasskey } from './passkey-offer';
import type { SitePlan } from './site-plan';

/** What the layout shows round every page; `site` in templates. */
export interface SiteFrame {
  council: string;
  demo: boolean;
  /** On the button of the council's own sign-in; undefined when that is not set up. */
  councilSignIn: string | undefined;
  path: string;
  /** What the page is called, unless it says so itself. */
  title: string | undefined;
  /** The pages above it. */
  crumbs: Crumb[];
  person: { id: string; name: string } | undefined;
  /** The first page after a letter, to somebody who has no passkey. */
  offersPasskey: boolean;
  /** How long a sign-in lasts, in words. */
  quiet: string;
  atMost: string;
  navigation: NavigationLink[];
  /** The group of the menu that the page stands in. */
  beside: NavigationLink | undefined;
}

export const siteFrame = (config: Config, plan: SitePlan) => {
  const { offer } = cookieNames(config.SITE_ORIGIN);
  return (request: FastifyRequest): SiteFrame => {
    const path = request.url.split('?', 1)[0]!;
    const route = request.routeOptions.url;
    const roles = request.person?.roles ?? [];
    const above = crumbsFor(plan.crumbs(route, request.method), {
      parameters: request.params as Record<string, string>,
      permissions: [request.person && 'signed-in', ...roles],
    });
    const navigation = navigationFor(plan.menu, roles, { path, above: above.map(({ href }) => href) });
    return {
      council: config.COUNCIL_NAME,
      demo: config.DEMO,
      councilSignIn: config.OIDC_ISSUER && config.OIDC_LABEL,
      path,
      title: plan.titleOf(route),
      crumbs: fromHome(above, plan, navigation[0]?.href),
      person: request.person && { id: request.person.id, name: request.person.name },
      offersPasskey: offersPasskey(request, offer),
      quiet: worksAtTheDesk(roles) ? LIMITS.quietAtTheDesk : LIMITS.quiet,
      atMost: LIMITS.atMost,
      navigation,
      beside: navigationBeside(navigation),
    };
  };
};

/** A trail begins where the reader's menu begins. */
function fromHome(crumbs: Crumb[], plan: SitePlan, home: string | undefined): Crumb[] {
  const text = plan.titleOf(home);
  if (crumbs.length === 0 || home === undefined || text === undefined || crumbs[0]!.href === home) return crumbs;
  return [{ text, href: home }, ...crumbs];
}
