import { crumbsFor, trail } from './crumbs';
import { findRooms } from './rooms';
import { sitePlan } from './site-plan';

const plan = sitePlan(findRooms().screens);
const VERSION_HOSTS = '/admin/modules/:slug/versions/:number/hosts';

function read(route: string, parameters = {}, permissions: ('officer' | 'tester' | 'signed-in')[] = ['officer']) {
  return crumbsFor(plan.crumbs(route, 'GET'), { parameters, permissions });
}

describe('breadcrumbs', () => {
  it('carry the names of the things in hand, and the addresses of this request', () => {
    const crumbs = read(VERSION_HOSTS, { slug: 'chairing', number: '2' });
    expect(trail(crumbs, { slug: 'Chairing a meeting', number: 'Version 2' })).toEqual([
      { text: 'Officers’ desk', href: '/admin' },
      { text: 'Modules', href: '/admin/modules' },
      { text: 'Chairing a meeting', href: '/admin/modules/chairing' },
      { text: 'Version 2', href: '/admin/modules/chairing/versions/2' },
    ]);
  });

  it('leave out a thing that the page does not name', () => {
    const crumbs = read(VERSION_HOSTS, { slug: 'chairing', number: '2' });
    expect(trail(crumbs).map(({ text }) => text)).toEqual(['Officers’ desk', 'Modules']);
    expect(trail(undefined)).toEqual([]);
  });

  it('lead where a page says, when the address does not know it', () => {
    const round = { text: 'Round 1', href: '/testing/rounds/7' };
    const crumbs = read('/testing/findings/:findingId/log', { findingId: '3' });
    expect(trail(crumbs, { roundId: round, findingId: 'Finding 3' })).toEqual([
      { text: 'Testing', href: '/testing' },
      round,
      { text: 'Finding 3', href: '/testing/findings/3' },
    ]);
  });

  it('write what stood in an address so that it stays one part of it', () => {
    expect(read(VERSION_HOSTS, { slug: '../x y', number: '2' })[2]!.href).toBe('/admin/modules/..%2Fx%20y');
  });

  it('lead nobody to a page that they may not open', () => {
    expect(read('/admin/people/:id', { id: '1' }, ['tester'])).toEqual([]);
  });
});
