import type { Config } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import { navigationFor, type NavigationLink } from './navigation';

/** What the layout shows round every page; `site` in templates. */
export interface SiteFrame {
  council: string;
  demo: boolean;
  path: string;
  person: { name: string } | undefined;
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
      navigation: navigationFor(request.person?.roles ?? [], path),
    };
  };
