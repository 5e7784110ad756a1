import { PackageUploads } from '@induct/course';
import { Desk } from '../../../../../../test/support/given-desk';
import { GivenTesting } from '../../../../../../test/support/given-testing';
import { scormPackage } from '../../../../../../test/support/packages';

let desk: Desk;
let href: string;
let version: { courseId: string; versionId: string };
const film = { host: 'www.youtube.com', uses: 'frames', reason: 'The film on page 3 is there.\r\nWe may not copy it.' };

beforeAll(async () => {
  desk = await Desk.open();
  const files = { 'film.html': '<iframe src="https://www.youtube.com/embed/x"></iframe>' };
  const { headers } = await desk.upload('officer', {
    name: 'golf.zip',
    content: await scormPackage({ title: 'Golf', files }),
  });
  const id = String(headers.location).split('/').at(-1)!;
  const { courseId, versionId } = await desk.app.get(PackageUploads, { strict: false }).finished(id);
  version = { courseId: courseId!, versionId: versionId! };
  href = '/admin/modules/golf/versions/1/hosts';
});
afterAll(() => desk.close());

it('names the websites that were found, and says that they are closed', async () => {
  expect((await desk.get('officer', '/admin/modules/golf/versions/1')).text).toContain(
    'It loads nothing from other websites. 1 website found in the package is closed.',
  );
  const { text, body } = await desk.get('officer', href);
  expect(text).toContain('None: this version loads nothing from other websites.');
  expect(text).toMatch(
    /www\.youtube\.com Agree to it : www\.youtube\.com The module loads from it\. Films and pages in a frame/,
  );
  expect(body).toContain(`href="${href}/agree?host=www.youtube.com"`);
});

it('offers what was found, to agree to', async () => {
  const { body } = await desk.get('officer', `${href}/agree?host=www.youtube.com`);
  expect(body).toContain('value="www.youtube.com"');
  expect(body).toMatch(/value="frames" checked/);
  expect(body).not.toMatch(/value="scripts" checked/);
});

it.each([
  [{ ...film, host: 'http://www.youtube.com' }, 'Only websites that are reached by https:// can be agreed to'],
  [{ ...film, host: '10.0.0.1' }, 'Enter the name of the website, not its number'],
  [{ ...film, reason: ' ' }, 'Enter why the module needs it'],
  [{ host: film.host, reason: film.reason }, 'Select what may come from it'],
  [{ ...film, uses: 'everything' }, 'Select what may come from it'],
])('shows the form again with what was typed for %j', async (fields, message) => {
  const { status, text, body } = await desk.post('officer', `${href}/agree`, fields as Record<string, string>);
  expect([status, text.includes('There is a problem'), text.includes(message)]).toEqual([400, true, true]);
  expect(body).toContain(`value="${fields.host}"`);
});

it('agrees to a website, which the page of the version, the round and the record then say', async () => {
  const { status, headers } = await desk.post('officer', `${href}/agree`, film);
  expect([status, headers.location]).toEqual([303, `${href}?done=agreed`]);
  const { text } = await desk.get('officer', `${href}?done=agreed`);
  expect(text).toContain('Agreed: it is in force for everybody who opens the module from now on.');
  expect(text).toMatch(/Why The film on page 3 is there\. We may not copy it\. Agreed to by Olive Officer/);
  expect((await desk.get('officer', '/admin/modules/golf/versions/1')).text).toContain(
    'It may load from www.youtube.com.',
  );
  expect((await desk.audited()).at(-1)).toMatchObject({
    action: 'course_version.host_agreed',
    actor: await desk.who('officer'),
    subject: version.versionId,
    detail: { host: 'www.youtube.com', uses: ['frames'] },
  });
});

it('is shown to the testers of its round, and then takes no more scripts', async () => {
  const roundId = await new GivenTesting(desk.database.source).aRound({
    ...version,
    openedBy: await desk.who('officer'),
    testers: [await desk.who('tester')],
    openedAt: desk.clock.now(),
  });
  await desk.database.source.query(`update course_version set state = 'in_testing' where id = $1`, [version.versionId]);
  const { text } = await desk.get('tester', `/testing/rounds/${roundId}`);
  expect(text).toMatch(
    /Other websites that it loads from .*www\.youtube\.com : Films and pages in a frame\. The film on page 3/,
  );
  const asked = await desk.get('officer', `${href}/agree`);
  expect([asked.body.includes('value="media"'), asked.body.includes('value="scripts"')]).toEqual([true, false]);
  const refused = await desk.post('officer', `${href}/agree`, { ...film, host: 'cdn.vendor.io', uses: 'scripts' });
  expect([refused.status, refused.text.includes('Close the test round, agree to them and open another one')]).toEqual([
    400,
    true,
  ]);
});

it('withdraws it', async () => {
  const { headers } = await desk.post('officer', `${href}/withdraw`, { host: 'www.youtube.com' });
  expect(headers.location).toBe(`${href}?done=withdrawn`);
  expect((await desk.get('officer', href)).text).toContain('None: this version loads nothing');
  expect((await desk.post('officer', `${href}/withdraw`, { host: 'www.youtube.com' })).status).toBe(404);
});

it('can be read by administrators, and changed by officers only', async () => {
  expect((await desk.get('administrator', href)).text).not.toContain('Agree to another website');
  expect((await desk.post('administrator', `${href}/agree`, film)).status).toBe(403);
  for (const role of ['member', 'tester', 'auditor', 'champion'] as const) {
    expect([role, (await desk.get(role, href)).status]).toEqual([role, 403]);
    expect((await desk.post(role, `${href}/agree`, film)).status).toBe(403);
    expect((await desk.post(role, `${href}/withdraw`, film)).status).toBe(403);
  }
  expect((await desk.get('officer', href.replace('/1/', '/9/'))).status).toBe(404);
});
