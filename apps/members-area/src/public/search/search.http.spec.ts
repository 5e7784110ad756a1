import { Publishing } from '@induct/course';
import { Programme } from '@induct/events';
import type { Role } from '@induct/people';
import { FileStore, SearchEntries, SearchWordsWork, Statements, Transactions } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';
import { aPlan, anEvent } from '../../../../../test/support/given-programme';
import { findRooms } from '../../frame/rooms';
import { sitePlan } from '../../frame/site-plan';
import { FoundByAnybody } from './found-by-anybody';
import { DESCRIBED_PAGES } from './site-entries';

let desk: Desk;
let member = '';
let course: { id: string; versionId: string };
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const addressOf = (q: string) => `/search?q=${encodeURIComponent(q)}`;
const find = (q: string) => desk.getAs(member, addressOf(q));
const findAsStranger = (q: string) => desk.getAs(undefined, addressOf(q));
const describeIt = (title: string, summary: string) =>
  of(Transactions).run((tx) =>
    of(Publishing).describe(tx, course.id, member, { title, summary, minutes: 20, core: true }),
  );

beforeAll(async () => {
  desk = await Desk.open();
  desk.clock.set('2026-11-22T09:00:00Z');
  member = await desk.given.aPerson({ name: 'Mia', roles: ['member'] });
  course = await desk.given.aModule({ title: 'Conduct', slug: 'conduct' });
});
afterAll(() => desk?.close());

describe('an empty council', () => {
  it('says what can be looked for, and helps whoever finds nothing', async () => {
    expect((await desk.get(undefined, '/search')).text).toContain('What are you looking for?');
    const { status, text } = await find('gifts');
    expect([status, text]).toEqual([200, expect.stringContaining('Nothing was found for “gifts”')]);
    expect((await desk.get(undefined, '/search?q=x')).text).toContain('most of what is here is for members');
  });
});

describe('modules', () => {
  it('are found as soon as they are described, by what their pages say, and not by the questions of a test', async () => {
    const page =
      '<!doctype html><main><h1>Gifts</h1><p>A hamper at Christmas</p><fieldset>Which answer?</fieldset></main>';
    const sha256 = await of(FileStore).put(Buffer.from(page));
    await desk.database.source.query(
      `insert into package_file (version_id, path, sha256, bytes, content_type) values ($1, 'one.html', decode($2, 'hex'), 99, 'text/html')`,
      [course.versionId, sha256],
    );
    await describeIt('Conduct & <gifts>', 'Interests');
    const { body, text } = await find('hampers');
    expect(body).toContain('href="/modules/conduct"');
    expect(body).toContain('A <mark class="induct-found">hamper</mark> at Christmas');
    expect(text).toContain('1 result for “hampers”');
    expect((await find('conduct')).body).toContain('<mark class="induct-found">Conduct</mark> &amp; &lt;gifts&gt;');
    expect((await find('which answer')).text).toContain('Nothing was found');
    await describeIt('The code', 'Interests');
    expect((await find('conduct')).text).toContain('Nothing was found');
  });

  it('are found by members and testers as members see them, at the desk by those who look after them, and by nobody else', async () => {
    const seen = async (role: Role | undefined) =>
      (await desk.get(role, '/search?q=interests')).body.match(/href="\/(admin\/)?modules\/conduct"/g) ?? [];
    expect(await seen('tester')).toEqual(['href="/modules/conduct"']);
    expect(await seen('officer')).toEqual(['href="/admin/modules/conduct"']);
    expect(await seen('administrator')).toEqual(['href="/admin/modules/conduct"']);
    expect([await seen('auditor'), await seen('champion'), await seen(undefined)]).toEqual([[], [], []]);
  });

  it('are found no more when they are withdrawn', async () => {
    await of(Publishing).withdraw(course.id, member);
    expect((await find('interests')).text).toContain('Nothing was found');
    expect(await desk.database.source.query('select from search_entry')).toEqual([]);
  });
});

describe('events', () => {
  it('are found once members are told of a session, and follow their words', async () => {
    const programme = of(Programme);
    const id = await programme.addEvent(
      anEvent('Licensing', { about: 'Taxis and late bars.', outcomes: ['Grant a licence'] }),
      null,
    );
    const session = await programme.addSession(aPlan(id), 'idea', null);
    expect((await find('taxi')).text).toContain('Nothing was found');
    await programme.setState(session, 'confirmed', { by: null, revision: 1 });
    expect((await find('taxi')).body).toContain('href="/programme/licensing"');
    expect((await find('taxi')).text).toContain('and late bars. Grant a licence. Training');
    await programme.changeEvent(id, { ...anEvent('Licensing'), about: 'Street trading' }, member);
    expect((await find('taxi')).text).toContain('Nothing was found');
    expect((await find('street')).text).toContain('1 result');
  });
});

describe('pages of the site', () => {
  const plan = sitePlan(findRooms().screens);

  it('are those that the site has, for whoever may open them', async () => {
    const paths = new Set(plan.pages.map(({ path }) => path));
    expect(DESCRIBED_PAGES.filter((path) => !paths.has(path))).toEqual([]);
    await of(FoundByAnybody).keep();
    await new SearchWordsWork(of(Transactions)).work();
    expect((await findAsStranger('passkey')).body).toContain('<mark class="induct-found">passkey</mark>');
    expect((await findAsStranger('certificates pdf')).body).not.toContain('href="/certificates"');
    expect((await find('certificates pdf')).body).toContain('href="/certificates"');
    expect((await desk.get('member', '/search?q=signatories')).text).toContain('Nothing was found');
    expect((await desk.get('officer', '/search?q=signatories')).body).toContain('href="/admin/signatories"');
  });

  it('are found by everybody at the desk as far as each may open them', async () => {
    const seen = async (role: Role, q: string) =>
      (await desk.get(role, `${addressOf(q)}&kind=page`)).body.match(
        /(?<=induct-breaks"><a class="govuk-link" href=")[^"]+/g,
      ) ?? [];
    expect(await seen('auditor', 'how often pages are read')).toContain('/admin/usage');
    expect(await seen('administrator', 'roles by council account')).toContain('/admin/role-rules');
    expect(await seen('officer', 'roles by council account')).not.toContain('/admin/role-rules');
    expect(await seen('champion', 'your group')).toContain('/group');
    expect(await seen('member', 'home')).toContain('/');
    expect(await seen('auditor', 'home')).not.toContain('/');
  });

  it('are found by what the council says on them, as it says it now', async () => {
    expect((await findAsStranger('quorate')).text).toContain('Nothing was found');
    await of(Statements).change('terms', 'Complaints are heard by a quorate body.', 0, await desk.who('officer'));
    await of(FoundByAnybody).keep();
    expect((await findAsStranger('quorate')).body).toContain(
      'heard by a <mark class="induct-found">quorate</mark> body',
    );
  });

  it('are found by whoever mistypes, too', async () => {
    const { text, body } = await find('privicy');
    expect(text).toContain('Nothing was found for “privicy”. This is for “privacy”:');
    expect(body).toContain('value="privacy"');
    expect(body).toContain('href="/privacy"><mark class="induct-found">Privacy</mark>');
    // Something has one of the words: what was meant stands above it.
    const some = await find('privicy certificates');
    expect(some.text).toContain('Did you mean privacy certificates ?');
    expect(some.body).toContain('href="/search?q=privacy+certificates"');
  });
});

describe('whatever is asked', () => {
  it('is answered: pages beyond the last, kinds that are not, twice, long and hostile', async () => {
    const many = Array.from({ length: 12 }, (_, nth) => ({
      kind: 'handbook',
      subject: String(nth),
      language: 'en' as const,
      audiences: ['public' as const],
      title: `Allowances ${nth}`,
      body: '',
      path: `/handbook#${nth}`,
    }));
    await of(Transactions).run((tx) => of(SearchEntries).keepAll(tx, many));
    const last = await desk.get(undefined, '/search?q=allowances&page=99');
    expect(last.text).toContain('12 results');
    expect(last.body.match(/href="\/handbook#/g)).toHaveLength(2);
    expect((await desk.get(undefined, '/search?q=allowances&kind=module')).text).toContain('12 results of other kinds');
    for (const [query, status] of [
      ['q=a&q=b', 200],
      ['q[x]=1', 200],
      ['q=allowances&kind=%27%3B--&page=-1', 200],
      [`q=${'x'.repeat(10_000)}`, 200],
      [`q=${encodeURIComponent(`'"<script>&|!():*`)}`, 200],
      ['q=%00', 400],
    ] as const)
      expect([query.slice(0, 40), (await desk.get(undefined, `/search?${query}`)).status]).toEqual([
        query.slice(0, 40),
        status,
      ]);
    const script = '<script>alert(1)</script>';
    expect((await find(script)).body).not.toContain(script);
    expect((await find('word '.repeat(100))).text).toContain('only its beginning was looked for');
  });
});
