import { worksAtTheDesk } from '@induct/people';
import {
  type Config,
  type Council,
  type CouncilIdentity,
  councilCssPath,
  type Language,
  said,
  wordList,
} from '@induct/platform';
import { cookieNames } from '@induct/sign-in';
import type { FastifyRequest } from 'fastify';
import { LIMITS } from '../words/limits';
import { type Crumb, crumbsFor } from './crumbs';
import { navigationBeside, navigationFor, type NavigationLink } from './navigation';
import { offersPasskey } from './passkey-offer';
import { councilSignIn } from './council-sign-in-words';
import { offersLanguages } from './reader-language';
import { titleInOwnWords } from './translating/own-words';
import type { SitePlan } from './site-plan';

/** What the council is called at the top of a page, and what it looks like there. */
export interface Dress {
  council: string;
  shortName: string;
  /** What the site is called: "Members Area". */
  area: string;
  /** Who looks after it: "Democratic Services". */
  team: string;
  arms: { src: string; alt: string } | undefined;
  /** The colour of the bar. */
  bar: string;
  /** Address of the style sheet with the council's colours; undefined: those of the site's own. */
  dress: string | undefined;
}

/** @param language what the council has not said in it is said in English */
export function dressOf(own: CouncilIdentity, language: Language = 'en'): Dress {
  const { name, shortName, arms, bar } = own;
  const isWelsh = language === 'cy';
  return {
    council: (isWelsh && own.nameCy) || name,
    shortName: (isWelsh && own.nameCy) || shortName,
    area: isWelsh ? own.areaCy : own.area,
    team: isWelsh ? own.teamCy : own.team,
    arms: arms && { src: `/council-arms/${arms.picture}`, alt: (isWelsh && arms.altCy) || arms.alt },
    bar,
    dress: councilCssPath(own),
  };
}

/** What the layout shows round every page; `site` in templates. */
export interface SiteFrame extends Dress {
  demo: boolean;
  /** On the button of the council's own sign-in; undefined when that is not set up. */
  councilSignIn: string | undefined;
  /** Of those words, where they are not in the page's. */
  councilSignInLanguage: Language | undefined;
  path: string;
  language: Language;
  /** What readers may choose, on this page; undefined: nothing. */
  otherLanguage: { language: Language; name: string; page: string } | undefined;
  /** Nobody has signed the words of this language. */
  isUnreviewed: boolean;
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

export const siteFrame = (config: Config, plan: SitePlan, own: Pick<Council, 'current'>) => {
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
    const beside = navigationBeside(navigation);
    const title = plan.titleOf(route);
    return {
      ...dressOf(own.current, request.language),
      demo: config.DEMO,
      ...councilSignIn(config, request.language),
      path,
      language: request.language,
      otherLanguage: offersLanguages(request, own.current) ? otherLanguage(request) : undefined,
      isUnreviewed: !wordList(request.language).isReviewed,
      title: title && titleInOwnWords(said(title), own.current),
      crumbs: fromHome(above, plan, navigation[0]?.href)
        .map(inWords)
        .map((crumb) => ({ ...crumb, text: titleInOwnWords(crumb.text, own.current) })),
      person: request.person && { id: request.person.id, name: request.person.name },
      offersPasskey: offersPasskey(request, offer),
      quiet: worksAtTheDesk(roles) ? LIMITS.quietAtTheDesk : LIMITS.quiet,
      atMost: LIMITS.atMost,
      navigation: navigation.map(inWords),
      beside: beside && { ...inWords(beside), within: beside.within?.map(inWords) },
    };
  };
};

/** For whoever reads it. */
const inWords = <Link extends { text: string }>(link: Link): Link => ({ ...link, text: said(link.text) });

const otherLanguage = ({ language, url }: FastifyRequest): SiteFrame['otherLanguage'] =>
  language === 'en' ? { language: 'cy', name: 'Cymraeg', page: url } : { language: 'en', name: 'English', page: url };

/** A trail begins where the reader's menu begins. */
function fromHome(crumbs: Crumb[], plan: SitePlan, home: string | undefined): Crumb[] {
  const text = plan.titleOf(home);
  if (crumbs.length === 0 || home === undefined || text === undefined || crumbs[0]!.href === home) return crumbs;
  return [{ text, href: home }, ...crumbs];
}
