import { randomUUID } from 'node:crypto';
import { FileStore } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';
import { GivenTesting } from '../../../../../test/support/given-testing';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABXvMqOgAAAABJRU5ErkJggg==',
  'base64',
);

let desk: Desk;
let testing: GivenTesting;
let tester: string;
let officer: string;
let stranger: string;
let course: { courseId: string; versionId: string };
let roundId: string;
let second: string;

const raise = async (more: object = {}) =>
  `/testing/findings/${await testing.aFinding({ ...course, roundId, authorId: tester, severity: 'blocking', ...more })}`;
/** The page that a form leads to. */
const after = async (role: 'tester' | 'officer', path: string, fields: Record<string, string>) => {
  const { status, headers } = await desk.post(role, path, fields);
  expect([path, status]).toEqual([path, 303]);
  return (await desk.get(role, String(headers.location))).text;
};

beforeAll(async () => {
  desk = await Desk.open();
  testing = new GivenTesting(desk.database.source);
  [tester, officer] = [await desk.who('tester'), await desk.who('officer')];
  stranger = await desk.given.aPerson({ name: 'Cleo Dunn', roles: ['member', 'tester'] });
  course = await testing.aCourse('Golf for members', 'golf');
  roundId = await testing.aRound({ ...course, openedBy: officer, testers: [tester] });
  second = await testing.aVersion(course.courseId);
});
afterAll(() => desk.close());

describe('a finding', () => {
  it('says what it is, where it is and whose turn it is', async () => {
    const { status, text, body } = await desk.get('tester', await raise());
    expect(status).toBe(200);
    expect(text).toContain('The date of the code is that of the old one.');
    expect(text).toMatch(/Part On the green Place in it page-3 Progress there 45% Found in Version 1, round 1/);
    expect(text).toContain('Nobody looks after it yet. The module cannot be published before it is settled.');
    expect(body).toContain(`action="/testing/rounds/${roundId}/preview"`);
  });

  it('is not there for a tester of other rounds, with all that belongs to it', async () => {
    const elsewhere = await testing.aCourse('Elsewhere', 'elsewhere');
    const foreign = await testing.aRound({ ...elsewhere, openedBy: officer, testers: [stranger] });
    const href = await raise({ ...elsewhere, roundId: foreign, authorId: stranger });
    for (const path of ['', '/log', '/bundle', '/screenshot'])
      expect([path, (await desk.get('tester', href + path)).status]).toEqual([path, 404]);
    for (const path of ['/comment', '/confirm', '/reopen', '/severity', '/withdraw'])
      expect([path, (await desk.post('tester', href + path, { text: 'Hello' })).status]).toEqual([path, 404]);
    expect((await desk.get('officer', `/testing/findings/${randomUUID()}`)).status).toBe(404);
    expect((await desk.get('officer', '/testing/findings/nonsense')).status).toBe(404);
  });

  it('is closed to whoever only reads, and officers’ acts to testers', async () => {
    const href = await raise();
    for (const role of ['member', 'champion', 'auditor', 'administrator'] as const)
      for (const path of ['', '/log', '/bundle', '/screenshot'])
        expect([role, path, (await desk.get(role, href + path)).status]).toEqual([role, path, 403]);
    for (const act of ['answer', 'assign', 'fixed', 'will-not-fix'])
      expect([act, (await desk.post('tester', `${href}/${act}`, {})).status]).toEqual([act, 403]);
    for (const act of ['confirm', 'reopen', 'severity', 'withdraw'])
      expect([act, (await desk.post('officer', `${href}/${act}`, {})).status]).toEqual([act, 403]);
  });
});

describe('its thread', () => {
  it('takes comments and answers, and says who looks after it', async () => {
    const href = await raise();
    expect(await after('tester', `${href}/comment`, { text: 'It is on page 4\r\nas well. <b>' })).toMatch(
      /Tess Tester commented at .* It is on page 4 as well. &lt;b&gt;/,
    );
    expect(await after('officer', `${href}/answer`, { text: 'We look into it.' })).toContain('Olive Officer answered');
    expect(await after('officer', `${href}/assign`, { assignee: officer })).toMatch(
      /Olive Officer took it on .*Olive Officer looks after it|Olive Officer looks after it.*took it on/s,
    );
    expect(await after('officer', `${href}/assign`, { assignee: '' })).toContain('Nobody looks after it yet');
  });

  it('leads from a fix to its author’s word', async () => {
    const href = await raise();
    expect(await after('officer', `${href}/fixed`, { version: second, text: 'Done.' })).toContain(
      'Fixed in version 2: to be confirmed',
    );
    expect((await desk.get('tester', '/testing')).text).toContain('on Golf for members settled?');
    expect((await desk.get('tester', href)).text).toContain('Please look at it again');
    expect(await after('tester', `${href}/reopen`, { text: 'It is the same still.' })).toContain('opened it again');
    await after('officer', `${href}/fixed`, { version: second });
    const text = await after('tester', `${href}/confirm`, {});
    expect(text).toContain('You have confirmed it: the finding is settled.');
    expect(text).toContain('Tess Tester confirmed it');
    expect(text).toContain('It was settled by Tess Tester');
    expect((await desk.post('tester', `${href}/confirm`, {})).status).toBe(409);
  });

  it('ends when it will not be fixed, is lowered or is taken back', async () => {
    const first = await raise({ severity: 'suggestion' });
    const reason = 'The film is going to be left out.';
    expect(await after('officer', `${first}/will-not-fix`, { reason })).toContain(
      `Why it will not be fixed: ${reason}`,
    );
    const lowered = await raise();
    expect(await after('tester', `${lowered}/severity`, { severity: 'suggestion' })).toContain(
      'changed it from Blocking to Suggestion',
    );
    const back = await raise();
    expect(await after('tester', `${back}/withdraw`, { sure: 'yes' })).toContain('The finding is withdrawn.');
  });
});

describe('a form that does not fit', () => {
  it.each([
    ['tester', 'comment', { text: ' ' }, 'comment-text', 'Enter a comment'],
    ['officer', 'answer', {}, 'answer-text', 'Enter an answer'],
    ['officer', 'assign', { assignee: 'x' }, 'assign-assignee', 'Choose a person from the list'],
    ['officer', 'fixed', { text: 'Kept' }, 'fixed-version', 'Select the version it is fixed in'],
    ['officer', 'will-not-fix', { reason: 'no' }, 'will-not-fix-reason', 'Say the reason so that others understand it'],
    ['tester', 'severity', {}, 'severity-severity', 'Select how serious it is'],
    ['tester', 'withdraw', {}, 'withdraw-sure', 'Tick the box if you want to withdraw the finding'],
  ] as const)('is shown to a %s again: %s', async (role, act, fields, field, message) => {
    const { status, body, text } = await desk.post(role, `${await raise()}/${act}`, { ...fields });
    expect(status).toBe(400);
    expect(body).toContain('<title>Error: Finding');
    expect(body).toContain(`href="#${field}">${message}`);
    expect(body).toContain(`id="${field}"`);
    expect(text).toContain(act === 'fixed' ? 'Kept' : message);
    expect(body.match(/<details[^>]* open/g)?.length ?? 0).toBe(act === 'comment' ? 0 : 1);
  });
});

describe('what belongs to it', () => {
  it('is a screenshot that a browser can only show', async () => {
    const sha256 = await desk.app.get(FileStore, { strict: false }).put(PICTURE);
    const href = await raise({ screenshot: { sha256, type: 'image/png' } });
    const { status, headers } = await desk.get('officer', `${href}/screenshot`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^inline; filename="finding-\d+.png"$/),
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const other = await raise({ screenshot: { sha256, type: 'image/svg+xml' } });
    expect((await desk.get('officer', `${other}/screenshot`)).status).toBe(404);
    expect((await desk.get('officer', `${await raise()}/screenshot`)).status).toBe(404);
  });

  it('is its run-time log, with what it means', async () => {
    const previewId = await testing.aPreview(roundId, tester);
    await testing.aLog(previewId, 'two', [
      ['opened', 'sco', '', '', ''],
      ['LMSInitialize', '', '', 'true', ''],
      ['LMSSetValue', 'cmi.core.score.raw', '85', 'true', ''],
      ['LMSSetValue', 'cmi.core.lesson_status', '<b>done', 'false', '405'],
      ['LMSFinish', '', '', 'true', ''],
    ]);
    const href = await raise({ previewId, log: [1, 5] });
    const { text, body } = await desk.get('tester', `${href}/log`);
    expect(text).toContain('The package set a score of 85');
    expect(text).toContain('LMSSetValue(cmi.core.score.raw, “85”) → “true”');
    expect(text).toContain('Showing all 5');
    expect(body).not.toContain('<b>done');
    expect((await desk.get('tester', href)).text).toContain('The package set a score of 85');
    expect((await desk.get('tester', `${await raise()}/log`)).status).toBe(404);
  });

  it('is everything in one file for the supplier', async () => {
    const { status, headers, body } = await desk.get('officer', `${await raise()}/bundle`);
    expect([status, headers['content-type']]).toEqual([200, 'application/zip']);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="golf-version-1-finding-\d+\.zip"$/);
    expect(body.startsWith('PK')).toBe(true);
  });
});
