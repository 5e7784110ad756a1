import type { Type } from '@nestjs/common';
import { declaredRoutesOf, type Permission } from '@induct/sign-in';
import { factsOf, type MenuPlace, type ScreenFacts } from './screen';

export interface PlannedPage {
  /** With its parameters: `/modules/:slug`. */
  path: string;
  title: string;
  access: readonly Permission[];
  /** `ModulesController.show`. */
  handler: string;
  demo: boolean;
}

export interface PlannedPlace extends MenuPlace {
  href: string;
  seenBy: readonly Permission[];
}

export interface WayBack {
  text: string;
  href: string;
}

/** The site as its screens describe it. */
export interface SitePlan {
  /** Every page, by address. */
  pages: readonly PlannedPage[];
  /** Both menus, in their order. */
  menu: readonly PlannedPlace[];
  /**
   * A form that is sent to an address without a page of its own, and is shown again there, is called as the page above it.
   * @param route with its parameters, as the router knows it
   */
  titleOf(route: string | undefined): string | undefined;
  /** @param method a form that is shown again stands at the address it was sent to, and leads back to that */
  wayBack(route: string | undefined, method: string): WayBack | undefined;
}

/** @throws when a controller is no screen, or names a page that it does not have */
export function sitePlan(screens: readonly Type[]): SitePlan {
  const known = screens.map((screen) => ({ screen, facts: factsOf(screen) }));
  const pages = known.flatMap(({ screen, facts }) => pagesOf(screen, facts));
  const titles = new Map(pages.map(({ path, title }) => [path, title]));
  const menu = known.flatMap(({ facts }) => placesOf(facts)).toSorted((a, b) => a.order - b.order);
  const inMenu = new Set(menu.map(({ href }) => href));
  const ends = known.flatMap(({ facts: { path, back } }) => (back ? [{ text: back, href: `/${path}` }] : []));
  const under = new Map(known.flatMap(({ facts }) => (facts.under ? [[`/${facts.path}`, `/${facts.under}`]] : [])));
  return {
    pages: pages.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    menu,
    titleOf: (route = '') => {
      for (let at = route; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
        const title = titles.get(at);
        if (title !== undefined) return title;
      }
      return undefined;
    },
    wayBack: (route, method) => {
      if (route === undefined || (method === 'GET' && inMenu.has(route))) return undefined;
      const from = under.get(route);
      if (from) return ends.find(({ href }) => href === from);
      const above = ends.filter(({ href }) => (method !== 'GET' && route === href) || route.startsWith(`${href}/`));
      return above.toSorted((a, b) => b.href.length - a.href.length)[0];
    },
  };
}

function pagesOf(screen: Type, { path, title, pages = {}, demo }: ScreenFacts): PlannedPage[] {
  const named = new Map(
    Object.entries(pages).map(([below, name]) => [`/${[path, below].filter(Boolean).join('/')}`, name]),
  );
  if (title) named.set(`/${path}`, title);
  const found = declaredRoutesOf(screen).filter((route) => route.method === 'GET' && named.has(route.path));
  if (found.length < named.size) throw new Error(`${screen.name} names a page that it does not have`);
  return found.map((route) => ({
    path: route.path,
    title: named.get(route.path)!,
    access: route.permissions ?? [],
    handler: route.handler,
    demo: demo === true,
  }));
}

const placesOf = ({ path, access, menu = [] }: ScreenFacts): PlannedPlace[] =>
  [menu].flat().map((place) => ({ ...place, href: place.href ?? `/${path}`, seenBy: place.roles ?? access }));
