import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get } from '@nestjs/common';
import { declaredRoutesOf } from '@induct/sign-in';
import { findRooms } from './rooms';
import { Screen } from './screen';
import { sitePlan } from './site-plan';

const { screens } = findRooms();
const plan = sitePlan(screens);

/** What an address gives that is no page: files, and what only scripts ask for. The files of lists are judged below. */
const LIST_FILE = /\.(csv|json)$/;
/** Told by a standard, and no list. */
const DID = '/.well-known/did.json';
const NO_PAGES = [
  '/admin/by-hand/:id/file',
  '/admin/certificates/:number/pdf',
  '/admin/council/identity/preview.css',
  '/admin/drafts/:id/folder.zip',
  '/admin/drafts/:id/pictures/media/:name',
  '/admin/drafts/:id/questions/:list/:question/view',
  '/admin/drafts/:id/screens/:screen/parts/:part/view',
  '/admin/drafts/:id/screens/:screen/view',
  '/admin/drafts/:id/test/package-:edition',
  '/admin/library/:id/versions/:number/:format',
  '/admin/pictures/:id',
  '/admin/programme/sessions/:id/register/sign-in-sheet.pdf',
  '/admin/schemes/:slug/effects/progress',
  '/admin/templates/:number/previews/:sample',
  '/admin/templates/:number/previews/:sample/picture',
  '/admin/templates/:number/progress',
  '/admin/versions/:slug/:number/programme.pdf',
  '/calendar/:token.ics',
  '/calendar/bookings/:id.ics',
  '/candidates/first-weeks.ics',
  '/candidates/library/:id/:format',
  '/certificates/:number/everything.zip',
  '/certificates/:number/pdf',
  '/certificates/:number/wallet/:file',
  '/council-:revision.css',
  '/council-arms/:id',
  '/credentials/badge.png',
  '/credentials/status/:purpose/:list',
  '/handbook/editions/:number.pdf',
  '/library/:id/:format',
  '/mailbox/:id/invite.ics',
  '/mailbox/:id/letter',
  '/programme/:slug/:session.ics',
  '/programmes/:slug.ics',
  '/programmes/:slug.pdf',
  '/sign-in/council',
  '/sign-in/council/callback',
  '/sign-in/council/sign-out',
  '/sign-in/left',
  '/standing/claims/:id/file',
  '/standing/due.ics',
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
        .filter((path) => !named.has(path) && !LIST_FILE.test(path))
        .toSorted(),
    ).toEqual(NO_PAGES);
    expect(named.size).toBe(plan.pages.length);
    expect(named.size).toBeGreaterThan(50);
  });

  it('gives every list that is a CSV file as JSON too, to the same people', () => {
    const read = screens.flatMap((screen) => declaredRoutesOf(screen)).filter(({ method }) => method === 'GET');
    const as = (ending: string) =>
      read
        .filter(({ path }) => path.endsWith(ending) && path !== DID)
        .map(({ path, permissions }) => [path.slice(0, -ending.length), permissions]);
    expect(as('.csv').length).toBeGreaterThan(1);
    expect(as('.json')).toEqual(as('.csv'));
    const pages = new Map(plan.pages.map(({ path, access }) => [path, access]));
    // A page may hold a list among other things: `testing` has `closed-rounds`.
    const pageOf = (list: string) => pages.get(list) ?? pages.get(list.slice(0, list.lastIndexOf('/')));
    expect(as('.csv')).toEqual(as('.csv').map(([list]) => [list, pageOf(list as string)]));
  });

  it('has every list in what is written for those who fetch it as JSON', () => {
    const written = readFileSync(join(__dirname, '../../../../docs/lists-as-json.md'), 'utf8');
    const lists = screens
      .flatMap((screen) => declaredRoutesOf(screen))
      .filter(({ path }) => path.endsWith('.json') && path !== DID)
      .map(({ path, permissions }) => [path, permissions?.join(', ')]);
    const rows = [...written.matchAll(/^- [^:]+: `(\S+)` \(([\w, -]+)\)$/gm)].map(([, path, who]) => [path, who]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(lists));
  });

  it('refuses a controller that is no screen, and a screen that names a page it does not have', () => {
    @Controller('stray')
    class Stray {}
    @Screen({ path: 'empty', access: ['public'], title: 'Nothing here' })
    class Empty {}
    expect(() => sitePlan([Stray])).toThrow('Stray is a controller of the site without @Screen');
    expect(() => sitePlan([Empty])).toThrow('Empty names a page that it does not have');
  });

  const above = (route: string | undefined, method: string) =>
    plan.crumbs(route, method).map(({ text, path }) => [text, path]);
  const DESK = ['Officers’ desk', '/admin'];
  const PEOPLE = ['People', '/admin/people'];
  const WAITING = ['Changes that take two people', '/admin/people/waiting'];

  it.each([
    ['/admin/certificates/:number', 'GET', [DESK, ['Certificates', '/admin/certificates']]],
    ['/admin/people/waiting/:proposalId', 'POST', [DESK, PEOPLE, WAITING]],
    ['/testing/quorum', 'POST', [['Testing', '/testing']]],
    ['/admin/members/waiting', 'GET', [DESK]],
    ['/mailbox/:id', 'GET', [['Mailbox', '/mailbox']]],
  ])('has the screens above %s, the uppermost first', (route, method, crumbs) => {
    expect(above(route, method)).toEqual(crumbs);
  });

  it('leads up to where a screen says when that is elsewhere, and from a form shown again to where it was opened', () => {
    expect(above('/admin/members/:id', 'GET')).toEqual([DESK, ['Progress', '/admin/progress']]);
    expect(above('/testing/findings/:findingId', 'GET')).toEqual([
      ['Testing', '/testing'],
      ['A test round', '/testing/rounds/:roundId'],
    ]);
    expect(above('/admin/people', 'POST')).toEqual([DESK, PEOPLE]);
  });

  it('says which of them are the pages of things', () => {
    const things = plan.crumbs('/admin/modules/:slug/versions/:number/hosts', 'GET').map(({ thing }) => thing);
    expect(things).toEqual([undefined, undefined, 'slug', 'number']);
  });

  it.each(['/admin/certificates', '/testing', '/modules', '/verify/:number', '/sign-in/check', '/account', undefined])(
    'has nothing above %s, which the menu leads to or no menu leads down to',
    (route) => {
      expect(above(route, 'GET')).toEqual([]);
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
