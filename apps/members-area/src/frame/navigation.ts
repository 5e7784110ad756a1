import { type Role, worksAtTheDesk } from '@induct/people';
import type { PlannedPlace } from './site-plan';

export interface NavigationLink {
  text: string;
  href: string;
  /** This is the page; `active`: this is the part of the site. */
  current?: boolean;
  active?: boolean;
}

const isBelow = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/**
 * The links a person may follow. Somebody who both learns and works at the desk sees the side they are on, and a link
 * to the other.
 * @param menu of the site's plan
 */
export function navigationFor(menu: readonly PlannedPlace[], roles: readonly Role[], path: string): NavigationLink[] {
  const learns = roles.includes('member') || roles.includes('tester');
  const atDesk = worksAtTheDesk(roles) && (!learns || isBelow(path, '/admin'));
  const area = atDesk ? 'desk' : 'learning';
  const places: { text: string; href: string }[] = menu.filter(
    (place) => place.area === area && roles.some((role) => place.seenBy.includes(role)),
  );
  if (learns && worksAtTheDesk(roles)) {
    places.push(atDesk ? { text: 'My learning', href: '/' } : { text: 'Officers’ desk', href: '/admin' });
  }
  return places.map(({ text, href }) => {
    if (path === href) return { text, href, current: true };
    const isRoot = href === '/' || href === '/admin';
    return !isRoot && isBelow(path, href) ? { text, href, active: true } : { text, href };
  });
}
