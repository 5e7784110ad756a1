import { randomUUID } from 'node:crypto';
import { PackageUploads } from '@induct/course';
import { Desk } from '../../../../../../test/support/given-desk';
import { scormPackage } from '../../../../../../test/support/packages';

let desk: Desk;
let slug: string;
let courseId: string;
let testers: string[];
const versions: string[] = [];
const described = { title: 'Golf for members', summary: 'Why it matters.', minutes: '25', core: 'no' };
const refresh = { policy: 'nothing', halfWay: 'finish_old' };
const page = (number: number, more = '') => `/admin/modules/${slug}/versions/${number}${more}`;
const rows = <T>(sql: string, ...values: unknown[]) => desk.database.source.query<T[]>(sql, values);

async function uploaded(parts: string[], module = ''): Promise<void> {
  const content = await scormPackage({
    title: 'Golf explained',
    scos: parts.map((id) => ({ id, title: `Part ${id}` })),
  });
  const { headers } = await desk.upload('officer', { name: 'golf.zip', content }, { module });
  const id = String(headers.location).split('/').at(-1)!;
  const upload = await desk.app.get(PackageUploads, { strict: false }).finished(id);
  courseId = upload.courseId!;
  versions.push(upload.versionId!);
}

/** What the last round on a version came to, as rows: the testers who signed it off, out of two. */
async function tested(number: number, signOffs: number): Promise<void> {
  const roundId = randomUUID();
  const versionId = versions[number - 1];
  await rows(
    `insert into test_round (id, course_id, version_id, package_sha256, number, focus, checklist, quorum, deadline,
       opened_by, opened_at)
     select $1, v.course_id, v.id, v.package_sha256,
       1 + (select coalesce(max(number), 0) from test_round where course_id = v.course_id), '', '[]', 2,
       $3::timestamptz + interval '7 days', v.uploaded_by, $3
     from course_version v where v.id = $2`,
    roundId,
    versionId,
    desk.clock.now(),
  );
  for (const personId of testers.slice(0, 2)) {
    await rows('insert into test_round_tester values ($1, $2, $3)', roundId, personId, desk.clock.now());
  }
  for (const personId of testers.slice(0, signOffs)) {
    await rows(
      `insert into sign_off (round_id, person_id, decision, checklist, preview_seconds, package_sha256, at)
       select id, $2, 'signed_off', '{}', 600, package_sha256, $3 from test_round where id = $1`,
      roundId,
      personId,
      desk.clock.now(),
    );
  }
  const why = signOffs >= 2 ? 'quorum' : 'deadline';
  await rows(
    `update test_round set state = 'closed', closed_at = $2, closed_why = $3 where id = $1`,
    roundId,
    desk.clock.now(),
    why,
  );
  await rows(`update course_version set state = $2 where id = $1`, versionId, signOffs >= 2 ? 'approved' : 'draft');
}

beforeAll(async () => {
  desk = await Desk.open();
  testers = [await desk.who('tester'), await desk.given.aPerson({ name: 'Tom Tester', roles: ['tester'] })];
  await uploaded(['one', 'two']);
  const [row] = await rows<{ slug: string }>('select slug from course');
  slug = row!.slug;
});
afterAll(() => desk.close());

describe('the page of a version', () => {
  it('says where it stands, why it cannot be published, and what was found at upload', async () => {
    const { text, body } = await desk.get('officer', page(1));
    expect(text).toContain('It has not been tested.');
    expect(text).toContain('Nobody has tested this version.');
    expect(text).toContain('This is the first version of the module.');
    expect(text).toContain('What was noticed at upload');
    expect(body).toContain(`href="${page(1, '/round')}"`);
    expect(body).not.toContain(`href="${page(1, '/publish')}"`);
  });

  it('compares it with the version before, or with another one', async () => {
    await uploaded(['one', 'two', 'three'], slug);
    await uploaded(['one', 'three'], slug);
    expect((await desk.get('officer', page(2))).text).toContain('1 part added: “Part three”.');
    const { text } = await desk.get('officer', page(3));
    expect(text).toContain('Compared with version 2');
    expect(text).toContain('1 part removed: “Part two”.');
    expect((await desk.get('officer', page(3, '?with=1'))).text).toContain(
      '1 part added: “Part three”. 1 part removed',
    );
  });

  it('is there for programs too', async () => {
    const { body } = await desk.get('officer', page(2), 'application/json');
    expect(JSON.parse(body)).toMatchObject({
      number: 2,
      state: 'draft',
      mayPublish: false,
      refusals: [{ code: 'no_round' }],
      comparison: { with: 1, same: false, scos: { added: [{ id: 'three' }], kept: 2 } },
    });
  });

  it('is not there for what does not exist', async () => {
    for (const path of [page(9), page(0), `/admin/modules/${slug}/versions/x`, '/admin/modules/nothing/versions/1']) {
      expect([path, (await desk.get('officer', path)).status]).toEqual([path, 404]);
    }
  });

  it('opens a preview in the player for an officer', async () => {
    const { status, headers } = await desk.post('officer', page(1, '/preview'), {});
    expect([status, String(headers.location)]).toEqual([303, expect.stringMatching(/\/preview\/[\w-]{43}$/)]);
    expect(await rows('select from registration')).toEqual([]);
  });
});

describe('opening a test round', () => {
  const soon = { 'deadline-day': '6', 'deadline-month': '12', 'deadline-year': '2026' };

  it('offers the testers by name, two weeks and the usual checklist', async () => {
    const { text, body } = await desk.get('officer', page(1, '/round'));
    expect(text).toContain('Tess Tester');
    expect(text).toContain('Tom Tester');
    expect(text).toContain('It is written in plain English');
    expect(body).toContain('value="6"');
  });

  it('shows the form again with what was typed, and says what is wrong', async () => {
    const typed = {
      testers: testers[1]!,
      ...soon,
      'deadline-day': '31',
      quorum: '2',
      focus: 'Gifts <b>',
      checklist: '',
    };
    const { status, text, body } = await desk.post('officer', page(1, '/round'), typed);
    expect(status).toBe(400);
    expect(body).toContain('<title>Error: ');
    expect(text).toContain('Enter at least one line of the checklist');
    expect(body).toContain('Gifts &lt;b&gt;');
    expect(body).toMatch(new RegExp(`value="${testers[1]}" checked`));
  });

  it('opens it and leads to its page; the version is in testing then', async () => {
    const given = { testers: testers[1]!, ...soon, quorum: '1', focus: '', checklist: 'Is it right?' };
    const { status, headers } = await desk.post('officer', page(1, '/round'), given);
    expect([status, String(headers.location)]).toEqual([
      303,
      expect.stringMatching(/^\/testing\/rounds\/[\w-]{36}\?done=opened$/),
    ]);
    const { text } = await desk.get('officer', page(1));
    expect(text).toContain('Testers are looking at it.');
    expect(text).toContain('0 of the 1 sign-offs that are needed');
    expect((await desk.get('officer', page(1, '/round'))).headers.location).toBe(page(1));
    expect((await desk.post('officer', page(1, '/round'), given)).status).toBe(409);
  });

  it('refuses somebody who is no tester', async () => {
    const given = { testers: await desk.who('member'), ...soon, quorum: '1', focus: '', checklist: 'Is it right?' };
    const { status, body } = await desk.post('officer', page(2, '/round'), given);
    expect(status).toBe(400);
    expect(body).toContain('<title>Error: ');
  });
});

describe('publishing', () => {
  it('is refused with the reason and the link to mend it, on the page and for programs', async () => {
    const { status, text, body } = await desk.get('officer', page(2, '/publish'));
    expect(status).toBe(409);
    expect(text).toContain('Version 2 cannot be published yet');
    expect(body).toContain(`href="${page(2, '/round')}"`);
    for (const confirmed of ['yes', '']) {
      const forced = await desk.post('officer', page(2, '/publish'), { ...described, confirmed }, 'application/json');
      expect(forced.status).toBe(409);
      expect(JSON.parse(forced.body)).toMatchObject({ refusals: [{ code: 'no_round', href: page(2, '/round') }] });
    }
    expect((await desk.post('officer', page(2, '/publish'), { ...described, confirmed: 'yes' })).status).toBe(409);
    await tested(2, 1);
    const closed = await desk.post('officer', page(2, '/publish'), { ...described, confirmed: 'yes' });
    expect(closed.text).toContain('closed without its quorum: 1 of 2 needed sign-offs.');
    expect(await rows('select from publication')).toEqual([]);
  });

  it('shows the first version’s form without questions about people before, and what is wrong with it', async () => {
    await tested(2, 2);
    const { text } = await desk.get('officer', page(2, '/publish'));
    expect(text).toContain('Publish version 2');
    expect(text).not.toContain('People who were there before');
    const wrong = await desk.post('officer', page(2, '/publish'), { ...described, minutes: 'soon' });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('value="soon"');
    expect((await desk.post('officer', page(2, '/publish'), {}, 'application/json')).status).toBe(400);
  });

  it('says what is about to happen, lets it be changed, and does it when it is confirmed', async () => {
    const check = await desk.post('officer', page(2, '/publish'), described);
    expect(check.status).toBe(200);
    expect(check.text).toContain('Check before you publish');
    expect(check.text).toMatch(/1 member has not started: they get version 2|members have not started/);
    const change = await desk.post('officer', page(2, '/publish'), { ...described, change: 'yes' });
    expect(change.body).toContain('value="Golf for members"');
    expect(await rows('select from publication')).toEqual([]);
    const done = await desk.post('officer', page(2, '/publish'), { ...described, confirmed: 'yes' });
    expect([done.status, done.headers.location]).toEqual([303, page(2, '?done=published')]);
    const { text } = await desk.get('officer', page(2, '?done=published'));
    expect(text).toContain('Version 2 is published: members see it now.');
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'course_version.published' });
  });

  it('asks what becomes of people who were there before, with their numbers', async () => {
    const course = { id: courseId, versionId: versions[1]! };
    const at = '2026-11-22T14:32:00Z';
    for (let nth = 0; nth < 3; nth++) {
      const personId = await desk.given.aPerson({ name: `Done ${nth}` });
      await desk.given.aResult(personId, course, { at, completion: 'completed', done: true });
    }
    await desk.given.aResult(await desk.given.aPerson({ name: 'Half' }), course, { at, progress: 0.4 });
    await tested(3, 2);
    const { text } = await desk.get('officer', page(3, '/publish'));
    expect(text).toContain('3 people have completed it.');
    expect(text).toContain('1 person is half-way on another version.');
    const nothing = await desk.post('officer', page(3, '/publish'), described);
    expect(nothing.text).toContain('Select what it means for people who have completed it');
    const retake = { policy: 'retake', changeNote: 'New rules on gifts.', halfWay: 'choice' };
    const day = { 'retakeBy-day': '1', 'retakeBy-month': '3', 'retakeBy-year': '2027' };
    expect((await desk.post('officer', page(3, '/publish'), { ...described, ...retake })).text).toContain(
      'Enter the last day to take it again by',
    );
    const check = await desk.post('officer', page(3, '/publish'), { ...described, ...retake, ...day });
    expect(check.text).toContain('3 people have completed it. They will be asked to take it again by 1 March 2027.');
    expect(check.text).toContain('1 person is half-way on version 2.');
    expect(check.text).toContain('Version 3 takes the place of version 2.');
  });

  it('is done once when two officers confirm at once', async () => {
    desk.clock.advance(60_000);
    const order = { ...described, policy: 'retake', changeNote: 'New rules.', halfWay: 'choice', confirmed: 'yes' };
    const day = { 'retakeBy-day': '1', 'retakeBy-month': '3', 'retakeBy-year': '2027' };
    const both = await Promise.all([1, 2].map(() => desk.post('officer', page(3, '/publish'), { ...order, ...day })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    expect(await rows('select from publication where version_id = $1', versions[2])).toHaveLength(1);
    expect(await rows('select from renewal where course_id = $1', courseId)).toHaveLength(3);
    const { text } = await desk.get('officer', page(3));
    expect(text).toContain('were asked to take it again by 1 March 2027.');
    expect((await desk.get('officer', page(2))).text).toContain('Retired');
  });
});

describe('an override', () => {
  const reason = 'The law changed on Monday, and version 3 says the opposite.';

  beforeAll(() => uploaded(['one', 'three', 'four'], slug));

  it('is proposed by an administrator with a reason that others understand', async () => {
    const { text, body } = await desk.get('administrator', page(4));
    expect(text).toContain('Propose to publish it without sign-off');
    expect(body).not.toContain(`href="${page(4, '/round')}"`);
    expect((await desk.get('administrator', page(4, '/override'))).text).toContain('Nobody has tested this version.');
    const short = await desk.post('administrator', page(4, '/override'), { reason: 'urgent <b>' });
    expect(short.status).toBe(400);
    expect(short.body).toContain('urgent &lt;b&gt;');
    const { headers } = await desk.post('administrator', page(4, '/override'), { reason });
    expect(headers.location).toBe(page(4, '?done=proposed'));
    expect((await desk.get('administrator', page(4, '?done=proposed'))).text).toContain('You proposed it');
  });

  it('is not for officers to propose, nor for administrators to confirm', async () => {
    expect((await desk.post('officer', page(4, '/override'), { reason })).status).toBe(403);
    expect((await desk.post('administrator', page(4, '/override/confirm'), described)).status).toBe(403);
  });

  it('can be withdrawn, and proposed again', async () => {
    const { headers } = await desk.post('officer', page(4, '/override/withdraw'), {});
    expect(headers.location).toBe(page(4, '?done=withdrawn'));
    expect((await desk.get('officer', page(4, '/override/confirm'))).status).toBe(404);
    expect((await desk.post('officer', page(4, '/override/withdraw'), {})).status).toBe(404);
    await desk.post('administrator', page(4, '/override'), { reason });
  });

  it('publishes when an officer confirms it, after the same check; a banner says so', async () => {
    const { text } = await desk.get('officer', page(4));
    expect(text).toContain('An override waits to be confirmed');
    expect(text).toContain(reason);
    expect((await desk.get('officer', page(4, '/override/confirm'))).text).toContain(
      'Confirm the override of version 4',
    );
    desk.clock.advance(60_000);
    const order = { ...described, ...refresh };
    const check = await desk.post('officer', page(4, '/override/confirm'), order);
    expect(check.text).toContain('Check before you publish');
    const done = await desk.post('officer', page(4, '/override/confirm'), { ...order, confirmed: 'yes' });
    expect([done.status, done.headers.location]).toEqual([303, page(4, '?done=published')]);
    for (const path of [page(4), `/admin/modules/${slug}`]) {
      const after = await desk.get('officer', path);
      expect(after.text).toContain('Version 4 was published without the steering group’s sign-off');
      expect(after.text).toContain(`Reason: ${reason}`);
    }
    const actions = (await desk.audited()).map(({ action }) => action);
    expect(actions).toContain('course_version.override_confirmed');
  });

  it('keeps its banner until a later round of the module reaches its quorum', async () => {
    desk.clock.advance(60_000);
    await uploaded(['one', 'four'], slug);
    await tested(5, 1);
    expect((await desk.get('officer', `/admin/modules/${slug}`)).text).toContain(
      'without the steering group’s sign-off',
    );
    desk.clock.advance(60_000);
    await tested(5, 2);
    expect((await desk.get('officer', `/admin/modules/${slug}`)).text).not.toContain('without the steering group');
  });
});

it.each(['member', 'tester', 'auditor', 'champion'] as const)('refuses a %s', async (role) => {
  for (const more of ['', '/round', '/publish', '/override', '/override/confirm']) {
    expect([more, (await desk.get(role, page(1, more))).status]).toEqual([more, 403]);
  }
  for (const more of ['/round', '/publish', '/preview', '/override', '/override/confirm', '/override/withdraw']) {
    expect([more, (await desk.post(role, page(1, more), {})).status]).toEqual([more, 403]);
  }
});
