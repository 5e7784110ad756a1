import { type Role, worksAtTheDesk } from '@induct/people';
import type { PlannedPlace } from './site-plan';

export interface NavigationLink {
  text: string;
  href: string;
  /** This is the page; `active`: this is the part of the site. */
  current?: boolean;
  active?: boolean;
  /** What stands under it; it leads to the first of them itself. */
  within?: NavigationLink[];
}

/** Where somebody is: the page, and the pages above it. */
interface Place {
  path: string;
  above?: readonly string[];
}

const isBelow = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/**
 * The links a person may follow, those of a group together. Somebody who both learns and works at the desk sees the side they
 * are on, and a link to the other.
 * @param menu of the site's plan
 */
export function navigationFor(menu: readonly PlannedPlace[], roles: readonly Role[], at: Place): NavigationLink[] {
  const learns = roles.includes('member') || roles.includes('tester');
  const atDesk = worksAtTheDesk(roles) && (!learns || isBelow(at.path, '/admin'));
  const area = atDesk ? 'desk' : 'learning';
  const places: Pick<PlannedPlace, 'text' | 'href' | 'group'>[] = menu.filter(
    (place) => place.area === area && roles.some((role) => place.seenBy.includes(role)),
  );
  if (learns && worksAtTheDesk(roles)) {
    places.push(atDesk ? { text: 'My learning', href: '/' } : { text: 'Officers’ desk', href: '/admin' });
  }
  const groups = new Set(places.map(({ group, href }) => group ?? href));
  const lit = deepestAlone(places.map((place) => linkTo(place, at)));
  return [...groups].map((name) => {
    const links = lit.filter((_, nth) => (places[nth]!.group ?? places[nth]!.href) === name);
    const [first] = links;
    // What stands alone under a heading, for this reader, needs none.
    if (links.length === 1) return first!;
    const isHere = links.some(({ current, active }) => current || active);
    return { text: name, href: first!.href, ...(isHere && { active: true }), within: links };
  });
}

/** Of a place and one below it, both above what is read, the nearer one is lit: also where they stand in two groups. */
const deepestAlone = (links: readonly NavigationLink[]): NavigationLink[] =>
  links.map(({ active, ...link }) => {
    const isAbove = links.some((one) => (one.current || one.active) && one.href.startsWith(`${link.href}/`));
    return active && !isAbove ? { ...link, active } : link;
  });

function linkTo({ text, href }: { text: string; href: string }, { path, above = [] }: Place): NavigationLink {
  if (path === href) return { text, href, current: true };
  const isRoot = href === '/' || href === '/admin';
  return !isRoot && (isBelow(path, href) || above.includes(href)) ? { text, href, active: true } : { text, href };
}

/** The links beside the page that is read: those of the group it stands in. */
export const navigationBeside = (links: readonly NavigationLink[]): NavigationLink | undefined =>
  links.find(({ active, within }) => active && within);
