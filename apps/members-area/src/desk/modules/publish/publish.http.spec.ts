import { Tasters } from '@induct/course';
import type { Desk } from '../../../../../../test/support/given-desk';
import { DESCRIBED, UploadedModule } from '../../../../../../test/support/uploaded-module';

let golf: UploadedModule;
let desk: Desk;

beforeAll(async () => {
  golf = await UploadedModule.open(['one', 'two']);
  ({ desk } = golf);
  await desk.who('member');
  await golf.upload(['one', 'two', 'three']);
  await golf.upload(['one', 'three']);
});
afterAll(() => golf?.close());

describe('publishing', () => {
  it('is refused with the reason and the link to mend it, on the page and for programs', async () => {
    const { status, text, body } = await desk.get('officer', golf.page(2, '/publish'));
    expect(status).toBe(409);
    expect(text).toContain('Version 2 cannot be published yet');
    expect(body).toContain(`href="${golf.page(2, '/round')}"`);
    for (const confirmed of ['yes', '']) {
      const forced = await desk.post(
        'officer',
        golf.page(2, '/publish'),
        { ...DESCRIBED, confirmed },
        'application/json',
      );
      expect(forced.status).toBe(409);
      expect(JSON.parse(forced.body)).toMatchObject({
        refusals: [{ code: 'no_round', href: golf.page(2, '/round') }],
      });
    }
    expect((await desk.post('officer', golf.page(2, '/publish'), { ...DESCRIBED, confirmed: 'yes' })).status).toBe(409);
    await golf.tested(2, 1);
    const closed = await desk.post('officer', golf.page(2, '/publish'), { ...DESCRIBED, confirmed: 'yes' });
    expect(closed.text).toContain('closed without its quorum: 1 of 2 needed sign-offs.');
    expect(await golf.rows('select from publication')).toEqual([]);
  });

  it('shows the first version’s form without questions about people before, and what is wrong with it', async () => {
    await golf.tested(2, 2);
    const { text } = await desk.get('officer', golf.page(2, '/publish'));
    expect(text).toContain('Publish version 2');
    expect(text).not.toContain('People who were there before');
    const wrong = await desk.post('officer', golf.page(2, '/publish'), { ...DESCRIBED, minutes: 'soon' });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('value="soon"');
    expect((await desk.post('officer', golf.page(2, '/publish'), {}, 'application/json')).status).toBe(400);
  });

  it('says what is about to happen, lets it be changed, and does it when it is confirmed', async () => {
    const check = await desk.post('officer', golf.page(2, '/publish'), DESCRIBED);
    expect(check.status).toBe(200);
    expect(check.text).toContain('Check before you publish');
    expect(check.text).not.toContain('govuk-breadcrumbs');
    expect(check.text).toContain('1 member has not started: they get version 2');
    const change = await desk.post('officer', golf.page(2, '/publish'), { ...DESCRIBED, change: 'yes' });
    expect(change.body).toContain('value="Golf for members"');
    expect(await golf.rows('select from publication')).toEqual([]);
    const done = await desk.post('officer', golf.page(2, '/publish'), { ...DESCRIBED, confirmed: 'yes' });
    expect([done.status, done.headers.location]).toEqual([303, golf.page(2, '?done=published')]);
    const { text } = await desk.get('officer', golf.page(2, '?done=published'));
    expect(text).toContain('Version 2 is published: members see it now.');
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'course_version.published' });
  });

  it('asks what becomes of people who were there before, with their numbers', async () => {
    const course = { id: golf.courseId, versionId: golf.versions[1]! };
    const at = '2026-11-22T14:32:00Z';
    for (let nth = 0; nth < 3; nth++) {
      const personId = await desk.given.aPerson({ name: `Done ${nth}` });
      await desk.given.aResult(personId, course, { at, completion: 'completed', done: true });
    }
    await desk.given.aResult(await desk.given.aPerson({ name: 'Half' }), course, { at, progress: 0.4 });
    await golf.tested(3, 2);
    const { text } = await desk.get('officer', golf.page(3, '/publish'));
    expect(text).toContain('3 people have completed it.');
    expect(text).toContain('1 person is half-way on another version.');
    const nothing = await desk.post('officer', golf.page(3, '/publish'), DESCRIBED);
    expect(nothing.text).toContain('Select what it means for people who have completed it');
    const retake = { policy: 'retake', changeNote: 'New rules on gifts.', halfWay: 'choice' };
    const day = { 'retakeBy-day': '1', 'retakeBy-month': '3', 'retakeBy-year': '2027' };
    expect((await desk.post('officer', golf.page(3, '/publish'), { ...DESCRIBED, ...retake })).text).toContain(
      'Enter the last day to take it again by',
    );
    const check = await desk.post('officer', golf.page(3, '/publish'), { ...DESCRIBED, ...retake, ...day });
    expect(check.text).toContain('3 people have completed it. They will be asked to take it again by 1 March 2027.');
    expect(check.text).toContain('1 person is half-way on version 2.');
    expect(check.text).toContain('Version 3 takes the place of version 2.');
  });

  it('shows what testers answered no to before anybody publishes', async () => {
    await golf.upload(['one', 'four']);
    await golf.tested(4, 2, { 4: { answer: 'no', note: 'The <b>menu</b> is cut off' } });
    const words =
      'What testers answered no to It works on a tablet No from Tess Tester, who signed it off all the same: The';
    for (const path of ['', '/publish']) expect((await desk.get('officer', golf.page(4, path))).text).toContain(words);
    const check = await desk.post('officer', golf.page(4, '/publish'), {
      ...DESCRIBED,
      policy: 'nothing',
      halfWay: 'finish_old',
    });
    expect(check.text).toContain('Check before you publish');
    expect(check.text).toContain(words);
    expect(check.body).toContain('The &lt;b&gt;menu&lt;/b&gt; is cut off');
  });

  it('says at its field that what anybody may try is no core skills module, and keeps the rest', async () => {
    const officer = await desk.who('officer');
    const tasters = desk.app.get(Tasters, { strict: false });
    await golf.rows('update course set core = false where id = $1', golf.courseId);
    await tasters.begin(golf.courseId, officer);
    const order = {
      ...DESCRIBED,
      summary: 'Kept',
      core: 'yes',
      policy: 'nothing',
      halfWay: 'finish_old',
      confirmed: 'yes',
    };
    const refused = await desk.post('officer', golf.page(4, '/publish'), order);
    expect([refused.status, refused.body.includes('href="#core">A core skills module cannot')]).toEqual([400, true]);
    expect(refused.body).toContain('Kept');
    const program = await desk.post('officer', golf.page(4, '/publish'), order, 'application/json');
    expect([program.status, JSON.parse(program.body).title]).toEqual([409, expect.stringContaining('A core skills')]);
    await tasters.end(golf.courseId, officer);
  });

  it('is done once when two officers confirm at once', async () => {
    desk.clock.advance(60_000);
    const order = { ...DESCRIBED, policy: 'retake', changeNote: 'New rules.', halfWay: 'choice', confirmed: 'yes' };
    const day = { 'retakeBy-day': '1', 'retakeBy-month': '3', 'retakeBy-year': '2027' };
    const both = await Promise.all(
      [1, 2].map(() => desk.post('officer', golf.page(3, '/publish'), { ...order, ...day })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    expect(await golf.rows('select from publication where version_id = $1', golf.versions[2])).toHaveLength(1);
    expect(await golf.rows('select from renewal where course_id = $1', golf.courseId)).toHaveLength(3);
    const { text } = await desk.get('officer', golf.page(3));
    expect(text).toContain('were asked to take it again by 1 March 2027.');
    expect((await desk.get('officer', golf.page(2))).text).toContain('Retired');
  });
});
