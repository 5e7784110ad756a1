import { type Role, worksAtTheDesk } from '@induct/people';

export interface NavigationLink {
  text: string;
  href: string;
  /** This is the page; `active`: this is the part of the site. */
  current?: boolean;
  active?: boolean;
}

interface Place {
  text: string;
  href: string;
  roles: readonly Role[];
}

/** Stands on both sides: the steering group's home. */
const TESTING: Place = {
  text: 'Testing',
  href: '/testing',
  roles: ['tester', 'champion', 'officer', 'administrator', 'auditor'],
};
const LEARNING: readonly Place[] = [
  { text: 'Home', href: '/', roles: ['member', 'tester'] },
  { text: 'Modules', href: '/modules', roles: ['member', 'tester'] },
  { text: 'Certificates', href: '/certificates', roles: ['member', 'tester'] },
  TESTING,
];
const DESK: readonly Place[] = [
  { text: 'Overview', href: '/admin', roles: ['officer', 'administrator', 'auditor'] },
  { text: 'Progress', href: '/admin/progress', roles: ['officer'] },
  { text: 'Modules', href: '/admin/modules', roles: ['officer', 'administrator'] },
  TESTING,
  { text: 'Uploads', href: '/admin/uploads', roles: ['officer'] },
  { text: 'Certificates', href: '/admin/certificates', roles: ['officer'] },
  { text: 'People', href: '/admin/people', roles: ['officer', 'administrator'] },
  { text: 'Jobs', href: '/admin/jobs', roles: ['officer', 'administrator'] },
  { text: 'Queues', href: '/admin/queues', roles: ['administrator'] },
];

const isBelow = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/**
 * The links a person may follow. Somebody who both learns and works at the desk sees the side they are on, and a link
 * to the other.
 */
export function navigationFor(roles: readonly Role[], path: string): NavigationLink[] {
  const learns = roles.includes('member') || roles.includes('tester');
  const atDesk = worksAtTheDesk(roles) && (!learns || isBelow(path, '/admin'));
  const places: Place[] = (atDesk ? DESK : LEARNING).filter((place) =>
    place.roles.some((role) => roles.includes(role)),
  );
  if (learns && worksAtTheDesk(roles)) {
    places.push(atDesk ? { text: 'My learning', href: '/', roles } : { text: 'Officers’ desk', href: '/admin', roles });
  }
  return places.map(({ text, href }) => {
    if (path === href) return { text, href, current: true };
    const isRoot = href === '/' || href === '/admin';
    return !isRoot && isBelow(path, href) ? { text, href, active: true } : { text, href };
  });
}
