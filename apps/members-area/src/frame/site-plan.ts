import type { Type } from '@nestjs/common';
import { declaredRoutesOf, type Permission, type ProofOf } from '@induct/sign-in';
import { factsOf, type MenuPlace, type ScreenFacts } from './screen';

export interface PlannedPage {
  /** With its parameters: `/modules/:slug`. */
  path: string;
  title: string;
  access: readonly Permission[];
  /** How sure it wants to be of who is asking. */
  proof: ProofOf;
  /** `ModulesController.show`. */
  handler: string;
  demo: boolean;
}

export interface PlannedPlace extends MenuPlace {
  href: string;
  seenBy: readonly Permission[];
}

/** A page above another. */
export interface PlannedCrumb {
  text: string;
  /** With its parameters. */
  path: string;
  access: readonly Permission[];
  /** The parameter its address ends with: a page that has the thing in hand says what it is called. */
  thing?: string;
}

/** The plan of the site that is running, for whoever asks how a page is called. */
export const SITE_PLAN = Symbol('site plan');

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
  /**
   * The pages above one, the uppermost first; it is not among them itself (GOV.UK, “Breadcrumbs”). None stand above what the
   * menu leads to, nor above pages that no menu and no `back` leads down to.
   * @param method a form that is shown again at the address of a list it was sent to has that list above it
   */
  crumbs(route: string | undefined, method: string): readonly PlannedCrumb[];
}

/** @throws when a controller is no screen, or names a page that it does not have */
export function sitePlan(screens: readonly Type[]): SitePlan {
  const known = screens.map((screen) => ({ screen, facts: factsOf(screen) }));
  const pages = known.flatMap(({ screen, facts }) => pagesOf(screen, facts));
  const titles = new Map(pages.map(({ path, title }) => [path, title]));
  const accesses = new Map(pages.map(({ path, access }) => [path, access]));
  const menu = known.flatMap(({ facts }) => placesOf(facts)).toSorted((a, b) => a.order - b.order);
  const inMenu = new Set(menu.map(({ href }) => href));
  const backs = new Map(known.flatMap(({ facts: { path, back } }) => (back ? [[`/${path}`, back]] : [])));
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
    crumbs: (route, method) => {
      if (route === undefined || (method === 'GET' && inMenu.has(route))) return [];
      const above = pathsAbove(route, method !== 'GET' && inMenu.has(route), under).filter((path) => titles.has(path));
      const [top] = above;
      if (top === undefined || !(inMenu.has(top) || backs.has(top))) return [];
      return above.map((path) => {
        const thing = /:(\w+)$/.exec(path)?.[1];
        return {
          text: backs.get(path) ?? titles.get(path)!,
          path,
          access: accesses.get(path)!,
          ...(thing !== undefined && { thing }),
        };
      });
    },
  };
}

/** Every address above one, the uppermost first. @param itself whether it is the last of them */
function pathsAbove(route: string, itself: boolean, under: ReadonlyMap<string, string>): string[] {
  const parent = under.get(route) ?? route.slice(0, route.lastIndexOf('/'));
  const above = parent === '' ? [] : pathsAbove(parent, true, under);
  return itself ? [...above, route] : above;
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
    proof: route.proof ?? 'strong',
    handler: route.handler,
    demo: demo === true,
  }));
}

const placesOf = ({ path, access, menu = [] }: ScreenFacts): PlannedPlace[] =>
  [menu].flat().map((place) => ({ ...place, href: place.href ?? `/${path}`, seenBy: place.roles ?? access }));
