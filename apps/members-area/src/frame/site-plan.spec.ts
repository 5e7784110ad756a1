import { Controller, Get } from '@nestjs/common';
import { declaredRoutesOf } from '@induct/sign-in';
import { findRooms } from './rooms';
import { Screen } from './screen';
import { sitePlan } from './site-plan';

const { screens } = findRooms();
const plan = sitePlan(screens);

/** What an address gives that is no page: files, and what only scripts ask for. */
const NO_PAGES = [
  '/admin/certificates.csv',
  '/admin/certificates/:number/pdf',
  '/admin/progress.csv',
  '/certificates/:number/pdf',
  '/mailbox/:id/letter',
  '/sign-in/left',
  '/standing/claims/:id/file',
  '/testing/findings/:findingId/bundle',
  '/testing/findings/:findingId/screenshot',
  '/testing/rounds/:roundId/report.pdf',
];

describe('the plan of the site', () => {
  it('knows every page by a name: what is read is named by a screen, or is a file', () => {
    const read = screens.flatMap((screen) => declaredRoutesOf(screen)).filter(({ method }) => method === 'GET');
    const named = new Set(plan.pages.map(({ path }) => path));
    expect(
      read
        .map(({ path }) => path)
        .filter((path) => !named.has(path))
        .toSorted(),
    ).toEqual(NO_PAGES);
    expect(named.size).toBe(plan.pages.length);
    expect(named.size).toBeGreaterThan(50);
  });

  it('refuses a controller that is no screen, and a screen that names a page it does not have', () => {
    @Controller('stray')
    class Stray {}
    @Screen({ path: 'empty', access: ['public'], title: 'Nothing here' })
    class Empty {}
    expect(() => sitePlan([Stray])).toThrow('Stray is a controller of the site without @Screen');
    expect(() => sitePlan([Empty])).toThrow('Empty names a page that it does not have');
  });

  it.each([
    ['/admin/certificates/:number', 'GET', { text: 'All certificates', href: '/admin/certificates' }],
    [
      '/admin/people/waiting/:proposalId',
      'POST',
      { text: 'Changes that take two people', href: '/admin/people/waiting' },
    ],
    ['/testing/quorum', 'POST', { text: 'Testing', href: '/testing' }],
    ['/admin/members/waiting', 'GET', { text: 'Officers’ desk', href: '/admin' }],
  ])('leads back from %s to the screen above it', (route, method, back) => {
    expect(plan.wayBack(route, method)).toEqual(back);
  });

  it('leads back to where a screen says when that is elsewhere, and from a form shown again to where it was opened', () => {
    expect(plan.wayBack('/admin/members/:id', 'GET')).toEqual({ text: 'Progress', href: '/admin/progress' });
    expect(plan.wayBack('/admin/people', 'POST')).toEqual({ text: 'People', href: '/admin/people' });
  });

  it.each(['/admin/certificates', '/testing', '/modules', '/verify/:number', '/account', undefined])(
    'leads back nowhere from %s, which the menu leads to or nothing stands above',
    (route) => {
      expect(plan.wayBack(route, 'GET')).toBeUndefined();
    },
  );

  it.each([
    ['/verify', 'Check a certificate'],
    ['/verify/file', 'Check a certificate'],
    ['/', 'Home'],
    ['/nowhere', undefined],
    [undefined, undefined],
  ])('calls %s as its page, or as the one above when a form is sent to it: %s', (route, title) => {
    expect(plan.titleOf(route)).toBe(title);
  });

  it('takes a route’s own word about who may use it, else its screen’s', () => {
    @Screen({ path: 'plans', access: ['officer'], title: 'Plans', pages: { ':id': 'A plan' } })
    class Plans {
      @Get()
      list() {
        return {};
      }

      @Get(':id')
      show() {
        return {};
      }
    }
    expect(sitePlan([Plans]).pages.map(({ path, title, access }) => [path, title, access])).toEqual([
      ['/plans', 'Plans', ['officer']],
      ['/plans/:id', 'A plan', ['officer']],
    ]);
  });
});
