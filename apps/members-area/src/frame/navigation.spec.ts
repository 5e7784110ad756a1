import { type Role, ROLES } from '@induct/people';
import { navigationBeside, navigationFor as linksFor } from './navigation';
import { findRooms } from './rooms';
import { sitePlan } from './site-plan';

const { menu, pages } = sitePlan(findRooms().screens);
const groupsFor = (roles: readonly Role[], path: string, above?: readonly string[]) =>
  linksFor(menu, roles, { path, above });
/** Every link, whichever group it stands in. */
const navigationFor = (roles: readonly Role[], path: string) =>
  groupsFor(roles, path).flatMap((link) => link.within ?? [link]);

/** The places judged here. A page that comes to a menu is no matter of this file. */
const PLACES =
  `Home | Modules | Asked of me | Certificates | Testing | Officers’ desk | My learning | Overview | Progress
  | Uploads | Programme | Fixed dates | Claims | People | Council | Jobs | Queues`.split(/\s*\|\s*/);
/** Where a menu leads that is no screen of ours. */
const NO_SCREENS: Record<string, readonly string[]> = { '/admin/queues': ['administrator'] };

const texts = (...of: Parameters<typeof navigationFor>) =>
  navigationFor(...of)
    .map(({ text }) => text)
    .filter((text) => PLACES.includes(text));

describe('the navigation', () => {
  it('shows a member what they learn', () => {
    expect(texts(['member'], '/')).toEqual(['Home', 'Modules', 'Programme', 'Asked of me', 'Certificates']);
  });

  it('shows at the desk what the role may use, in its order', () => {
    expect(texts(['officer'], '/admin')).toEqual([
      'Overview',
      'Progress',
      'Modules',
      'Testing',
      'Uploads',
      'Programme',
      'Fixed dates',
      'Claims',
      'Certificates',
      'People',
      'Council',
      'Jobs',
    ]);
    expect(texts(['auditor'], '/admin')).toEqual(['Overview', 'Testing', 'Programme']);
    expect(texts(['administrator'], '/admin')).toEqual([
      'Overview',
      'Modules',
      'Testing',
      'People',
      'Council',
      'Jobs',
      'Queues',
    ]);
  });

  it.each(ROLES)('leads a %s to no page that refuses them', (role) => {
    for (const { href } of [...navigationFor([role], '/'), ...navigationFor([role], '/admin')]) {
      const access = pages.find(({ path }) => path === href)?.access ?? NO_SCREENS[href];
      expect({ href, may: access?.some((one) => [role, 'signed-in'].includes(one)) }).toEqual({ href, may: true });
    }
  });

  it('shows the steering group and its champions what is being tested', () => {
    expect(texts(['member', 'tester'], '/')).toEqual([
      'Home',
      'Modules',
      'Programme',
      'Asked of me',
      'Certificates',
      'Testing',
    ]);
    expect(texts(['champion'], '/testing')).toEqual(['Testing']);
    expect(navigationFor(['officer'], '/testing/rounds/1')).toContainEqual({
      text: 'Testing',
      href: '/testing',
      active: true,
    });
  });

  it('leads from one side to the other when a person is on both', () => {
    expect(texts(['member', 'officer'], '/modules')).toEqual([
      'Home',
      'Modules',
      'Programme',
      'Asked of me',
      'Certificates',
      'Testing',
      'Officers’ desk',
    ]);
    expect(texts(['member', 'officer'], '/admin/jobs').at(-1)).toBe('My learning');
  });

  it('marks the page and the part of the site', () => {
    expect(navigationFor(['member'], '/modules')[1]).toMatchObject({ current: true });
    expect(navigationFor(['member'], '/modules/code-of-conduct')[1]).toMatchObject({ active: true });
    expect(navigationFor(['member'], '/modules/code-of-conduct')[0]).not.toHaveProperty('active');
  });

  it('marks the nearer one of a place and what lies below it', () => {
    const lit = (path: string, above?: readonly string[]) =>
      groupsFor(['officer'], path, above)
        .flatMap((link) => link.within ?? [])
        .filter(({ current, active }) => current || active)
        .map(({ text }) => text);
    expect(lit('/admin/programme/fixed-dates')).toEqual(['Fixed dates']);
    expect(lit('/admin/programme/fixed-dates/1/remove')).toEqual(['Fixed dates']);
    expect(lit('/admin/programme/events/conduct')).toEqual(['Programme']);
    // It stands in another group than the place above it.
    expect(lit('/admin/council/identity/change')).toEqual(['Name and colours']);
  });

  it('groups what an officer finds at the desk, so that it stands in one row', () => {
    const groups = groupsFor(['officer'], '/admin').filter(({ within }) => within);
    expect(
      groups.map(({ text, within }) => [text, within!.map((link) => link.text).filter((one) => PLACES.includes(one))]),
    ).toEqual([
      ['Learning', ['Progress', 'Modules', 'Testing', 'Uploads']],
      ['Programme', ['Programme', 'Fixed dates']],
      ['Accreditation', ['Claims', 'Certificates']],
      ['People and seats', ['People', 'Council']],
      ['Website', []],
    ]);
    expect(groups.map(({ href }) => href)).toEqual([
      '/admin/progress',
      '/admin/programme',
      '/admin/claims',
      '/admin/people',
      '/admin/contact',
    ]);
  });

  it.each(['officer', 'administrator'] as const)(
    'shows an %s what certificates say, who signs them, and the arms',
    (role) => {
      const [accreditation] = groupsFor([role], '/admin').filter(({ text }) => text === 'Accreditation');
      const hrefs = accreditation!.within!.map(({ href }) => href);
      expect(hrefs).toEqual(
        expect.arrayContaining(['/admin/templates', '/admin/signatories', '/admin/council-mark']) as string[],
      );
    },
  );

  it('puts nothing under a heading that holds one link for this reader', () => {
    expect(groupsFor(['auditor'], '/admin').map(({ text }) => text)).toContain('Testing');
  });

  it('shows what stands beside a page, whose own group is marked', () => {
    const links = groupsFor(['officer'], '/admin/batches/1', ['/admin/certificates', '/admin/batches']);
    expect(navigationBeside(links)).toMatchObject({ text: 'Accreditation', active: true });
    expect(
      navigationBeside(links)
        ?.within?.filter(({ active }) => active)
        .map(({ text }) => text),
    ).toEqual(['Certificates']);
    expect(navigationBeside(groupsFor(['officer'], '/admin'))).toBeUndefined();
    expect(navigationBeside(groupsFor(['member'], '/modules'))).toBeUndefined();
  });

  it('shows a stranger nothing', () => {
    expect(navigationFor([], '/verify')).toEqual([]);
  });
});
