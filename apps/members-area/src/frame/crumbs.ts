import { type Permission } from '@induct/sign-in';
import type { PlannedCrumb } from './site-plan';

/** A page above the one that is read. */
export interface Crumb {
  text: string;
  href: string;
  /** It is the page of a thing (`slug`, `roundId`), whose name only a page that has it in hand knows. */
  thing?: string;
}

/** What a page calls the things in hand: by the parameter in the address, or with where they are when the address does not say it. */
export type Called = Readonly<Record<string, string | { text: string; href: string } | undefined>>;

interface Reader {
  /** Of the address, as they were read. */
  parameters: Readonly<Record<string, string | undefined>>;
  permissions: readonly (Permission | undefined)[];
}

/** The pages above that this reader may open, with the addresses of this request. */
export const crumbsFor = (planned: readonly PlannedCrumb[], { parameters, permissions }: Reader): Crumb[] =>
  planned
    .filter(({ access }) => access.some((one) => one === 'public' || permissions.includes(one)))
    .map(({ text, path, thing }) => ({
      text,
      href: path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(parameters[name] ?? '')),
      ...(thing && { thing }),
    }));

/** What govukBreadcrumbs takes. The page of a thing that nobody names is left out: "A module" says nothing. */
export function trail(crumbs: readonly Crumb[] = [], called: Called = {}): { text: string; href: string }[] {
  return crumbs.flatMap(({ text, href, thing }) => {
    if (thing === undefined) return [{ text, href }];
    const name = called[thing];
    if (!name) return [];
    return [typeof name === 'string' ? { text: name, href } : { text: name.text, href: name.href }];
  });
}
