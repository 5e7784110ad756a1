import { shippedFiles, shippedModules } from '@induct/authoring';
import { Desk } from '../../../../../test/support/given-desk';
import { draftFolder, GivenDraft, seenIn } from '../../../../../test/support/given-draft';

let desk: Desk;
let draft: GivenDraft;
beforeAll(async () => {
  desk = await Desk.open();
  draft = await GivenDraft.begin(desk, 'Late papers');
});
afterAll(() => desk?.close());

describe('a module begins', () => {
  it('with the pattern, under its own title', async () => {
    const { text } = await draft.get();
    expect(text).toContain('Late papers');
    expect(text).toContain('1. Name of the module');
    expect(text).toContain('The module has 3 screens. It needs 10 to 16.');
    expect((await desk.get('officer', '/admin/drafts')).text).toMatch(/Late papers A new module .* Olive Officer/);
    expect(await desk.audited()).toContainEqual(expect.objectContaining({ action: 'module_draft.begun' }));
  });

  it('as a copy of one that ships, byte for byte but for what makes it another', async () => {
    const [first] = await shippedModules();
    const copy = await GivenDraft.begin(desk, 'A copy', `shipped:${first!.slug}`);
    expect((await copy.get()).text).toContain('A copy');
    const written = String((await shippedFiles(first!.slug)).get('module.yaml'));
    expect(await copy.source('module.yaml')).toBe(written.replace(/^title: .*/, 'title: A copy'));
  });

  it('as a copy of another that is written here', async () => {
    const copy = await GivenDraft.begin(desk, 'Later papers', draft.at.replace('/admin/drafts/', 'draft:'));
    expect(await copy.source('02-the-rule.md')).toBe(await draft.source('02-the-rule.md'));
  });

  it('with nothing that is not there, and says what is missing', async () => {
    for (const from of ['shipped:../../etc', 'draft:nonsense', ''])
      expect((await desk.post('officer', '/admin/drafts', { from, module: '', title: 'X' })).text).toContain(
        'Choose what to begin with',
      );
    const { status, text } = await desk.post('officer', '/admin/drafts', { from: 'starter', module: '', title: ' ' });
    expect([status, text]).toEqual([400, expect.stringContaining('Write what the module is called')]);
  });
});

it('is removed after a question, brought back as it was, and what it says is never lost', async () => {
  const own = await GivenDraft.begin(desk, 'Not wanted');
  const before = await own.source('01-welcome.md');
  expect((await own.get('/remove')).text).toContain('Remove “Not wanted”?');
  const { headers } = await own.post('/remove', {});
  const list = await desk.get('officer', String(headers['location']));
  expect(list.text).toMatch(/Removed Showing the only one Not wanted Bring back : Not wanted Removed by Olive Officer/);
  expect(list.body).not.toContain(`href="${own.at}"`);
  for (const path of ['', '/details', '/folder.zip']) expect((await own.get(path)).status).toBe(404);
  expect((await own.post('/screens', { title: 'Too late', after: '0' })).status).toBe(404);
  expect((await own.post('/remove', {})).status).toBe(404);
  expect((await desk.get('officer', '/admin/drafts/new')).text).not.toContain('Not wanted');
  await own.post('/bring-back', {});
  expect(await own.source('01-welcome.md')).toBe(before);
  for (const action of ['module_draft.removed', 'module_draft.brought_back'])
    expect(await desk.audited()).toContainEqual(expect.objectContaining({ action }));
});

it('pages what was removed, and what is written beside it', async () => {
  await desk.database.source.query(
    `insert into module_draft (id, title, slug, begun_from, revision, begun_by, begun_at, changed_at, removed_at, removed_by)
     select gen_random_uuid(), 'Gone ' || n, 'gone', 'starter', 1, $1, now(), now(), now() - n * interval '1 day', $1
       from generate_series(1, 26) n`,
    [await desk.who('officer')],
  );
  const first = await desk.get('officer', '/admin/drafts?removed=1');
  expect(first.text).toMatch(/Removed Showing 1 to 25 of 26 Gone 1 /);
  expect(first.body).toContain('href="/admin/drafts?removed=2#removed"');
  expect((await desk.get('officer', '/admin/drafts?removed=2')).text).toMatch(/Showing 26 to 26 of 26 Gone 26 /);
  expect((await desk.get('officer', '/admin/drafts?removed=x&page=99')).text).toContain('Showing 1 to 25 of 26');
});

describe('the history', () => {
  it('says who did what, and takes the last change back', async () => {
    const before = await draft.source('01-welcome.md');
    const seen = seenIn(await draft.get('/screens/welcome/parts/0'));
    await draft.post('/screens/welcome/parts/0?kind=text', { seen, body: 'A mistake.' });
    const page = await draft.get('/history');
    expect(page.text).toMatch(/Part of a screen changed Name of the module Olive Officer/);
    const newest = /name="seen" value="(\d+)"/.exec(page.body)![1]!;
    await draft.post('/history', { seen: newest, to: String(Number(newest) - 1) });
    expect(await draft.source('01-welcome.md')).toBe(before);
    const late = await draft.post('/history', { seen: newest, to: '1' });
    expect(late.headers['location']).toContain('done=meanwhile');
    expect(await draft.source('01-welcome.md')).toBe(before);
  });

  it('takes one change back after the other, does it again, and brings a removed thing back by itself', async () => {
    const own = await GivenDraft.begin(desk, 'Back and forth');
    const titles = async () => (await own.get()).text.match(/Screens 1\. (.*?) Down/)?.[1];
    const press = async (button: string) => {
      const { body } = await own.get('/history');
      const form = body.split('<form').find((one) => one.includes(button))!;
      const [seen, to] = ['seen', 'to'].map((name) => new RegExp(`name="${name}" value="(\\d+)"`).exec(form)![1]!);
      await own.post('/history', { seen: seen!, to: to! });
    };
    for (const title of ['First', 'Second']) await own.post('/screens/welcome', { title });
    await press('Take the last change back');
    expect(await titles()).toBe('First');
    expect((await own.get('/history')).text).toContain('The last change: Title or aims of a screen changed (First)');
    await press('Take the last change back');
    expect(await titles()).toBe('Name of the module');
    await press('No, do it again');
    expect(await titles()).toBe('First');

    await own.post('/screens/the-rule/remove', { questions: 'yes' });
    await own.post('/screens/welcome', { title: 'Written since' });
    const taken = /<option value="(\d+)"[^>]*>Screen removed: The rule/.exec((await own.get('/history')).body)![1]!;
    const { headers } = await own.post('/history/bring-back', { taken });
    expect(headers['location']).toBe(`${own.at}/history?done=brought`);
    expect(await titles()).toBe('Written since');
    expect((await own.get()).text).toMatch(/2\. The rule .*Where does the rule stand\?/);
    for (const wrong of ['0', '1', '999999999', 'x'])
      expect((await own.post('/history/bring-back', { taken: wrong })).status).toBe(404);
  });

  it('is never changed, whoever tries', async () => {
    for (const table of ['module_draft_revision', 'module_draft_file']) {
      await expect(desk.database.source.query(`delete from ${table}`)).rejects.toThrow('permission denied');
      await expect(desk.database.asOwner(`delete from ${table}`)).rejects.toThrow('never changed or deleted');
    }
  });
});

it('brings a folder in, and says what is wrong with another file', async () => {
  const officer = await desk.who('officer');
  const answer = await desk.app.inject({
    method: 'GET',
    url: `${draft.at}/folder.zip`,
    headers: { cookie: await desk.cookie('officer') },
  });
  const send = (content: Buffer) =>
    desk.sendFile(officer, '/admin/drafts/bring-in', { field: 'file', name: 'a.zip', content });
  const { headers } = await send(answer.rawPayload);
  const copy = String(headers['location']).split('?')[0]!;
  expect(await draftFolder(desk, copy)).toEqual(await draft.folder());
  expect((await send(Buffer.from('x'))).text).toContain('It is no zip file, or it is damaged.');
});

it.each(['member', 'tester', 'administrator', 'auditor'] as const)('refuses a %s', async (role) => {
  for (const path of [
    '/admin/drafts',
    draft.at,
    `${draft.at}/screens/welcome`,
    `${draft.at}/history`,
    `${draft.at}/folder.zip`,
  ])
    expect([path, (await desk.get(role, path)).status]).toEqual([path, 403]);
  expect((await desk.post(role, `${draft.at}/screens`, { title: 'X', after: '0' })).status).toBe(403);
});

it('knows no other drafts', async () => {
  for (const path of [
    '/admin/drafts/nonsense',
    '/admin/drafts/00000000-0000-4000-8000-000000000000',
    `${draft.at}/screens/none`,
    `${draft.at}/screens/welcome/parts/99`,
    `${draft.at}/questions/checks/none`,
    `${draft.at}/questions/none/new`,
  ])
    expect([path, (await desk.get('officer', path)).status]).toEqual([path, 404]);
});
