import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '@induct/platform';
import { cookieNames } from '@induct/sign-in';
import { Desk } from '../../../../../test/support/given-desk';
import { findRooms } from '../../frame/rooms';
import { sitePlan } from '../../frame/site-plan';
import { cookiesInWords } from '../../words/cookies';

const HERE = '/admin/statements';

/** Each names its cookie in `words/cookies.ts`, too. */
const SETS = ['council-browser.ts', 'form-browser.ts', 'old-paper.ts', 'sign-in-browser.ts', 'told-once.ts'];

let desk: Desk;
beforeAll(async () => (desk = await Desk.open()));
afterAll(() => desk?.close());

const send = (text: string, more: Record<string, string> = {}) =>
  desk.post('officer', `${HERE}/terms`, { text, basedOn: '0', ...more });

it('stand as they were shipped, with the council in them, linked from every page', async () => {
  for (const [path, says] of [
    ['/accessibility', 'Northmoor County Council is committed to making its website accessible'],
    ['/cookies', 'It goes: After 15 minutes.'],
    ['/privacy', 'Northmoor County Council is the data controller'],
    ['/terms', 'Last changed on 30 November 2026'],
  ] as const) {
    const { status, text, body } = await desk.get(undefined, path);
    expect([path, status, text]).toEqual([path, 200, expect.stringContaining(says)]);
    for (const link of ['/accessibility', '/cookies', '/privacy', '/terms']) expect(body).toContain(`href="${link}"`);
  }
  expect((await desk.get('officer', HERE)).text).toContain('Terms of use As it was shipped');
});

it('are looked at before they are saved, and nothing typed is lost', async () => {
  const wrong = await send('Ask {{mayor}}');
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('Nothing is known of {{mayor}}')]);
  expect(wrong.body).toContain('Ask {{mayor}}</textarea>');
  const shown = await send('## House rules\r\n\r\nAsk {{team}}. <b>Bold</b>');
  expect([shown.status, shown.body]).toEqual([
    200,
    expect.stringContaining('<h2 class="govuk-heading-m">House rules</h2>'),
  ]);
  expect(shown.body).toContain('Ask Democratic Services. &lt;b&gt;Bold');
  expect((await desk.get(undefined, '/terms')).text).not.toContain('House rules');
  expect((await send('## House rules', { back: 'yes' })).body).toContain('## House rules</textarea>');
});

it('are changed by one officer, on record, and gone back on', async () => {
  expect((await send('## House rules', { confirmed: 'yes' })).headers['location']).toBe(`${HERE}?done=saved`);
  expect((await desk.get(undefined, '/terms')).text).toMatch(/House rules Last changed on 22 November 2026/);
  expect((await desk.get('officer', HERE)).text).toMatch(/Terms of use Version 1, .*Olive Officer/);
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'statement.changed', subject: 'terms' });
  const late = await send('## Other rules', { confirmed: 'yes' });
  expect([late.status, late.text]).toEqual([
    400,
    expect.stringContaining('Somebody else has changed this text meanwhile'),
  ]);
  const shipped = await desk.get('officer', `${HERE}/terms?version=0`);
  expect(shipped.text).toContain('By using the {{area}} you agree');
  const text = 'By using the {{area}} you agree';
  await desk.post('officer', `${HERE}/terms`, { text, basedOn: '1', confirmed: 'yes' });
  expect((await desk.get(undefined, '/terms')).text).toContain('By using the Members Area you agree');
  expect((await desk.get('officer', `${HERE}/terms?version=1`)).body).toContain('## House rules</textarea>');
});

it('are the desk’s to change', async () => {
  for (const role of ['member', 'auditor'] as const) {
    expect((await desk.get(role, HERE)).status).toBe(403);
    expect((await desk.post(role, `${HERE}/terms`, { text: 'x', basedOn: '2', confirmed: 'yes' })).status).toBe(403);
  }
  expect((await desk.get('officer', `${HERE}/mayor`)).status).toBe(404);
});

describe('the list of cookies', () => {
  const names = new Set(cookiesInWords().map(({ name }) => name));

  it('has every name that signing in uses', () => {
    expect(Object.values(cookieNames('http://localhost')).filter((name) => !names.has(name))).toEqual([]);
    expect(names.size).toBe(cookiesInWords().length);
  });

  it('is looked at by whoever sets one in another file', () => {
    const files = globSync('{apps,libs}/*/src/**/*.ts', { cwd: projectRoot })
      .filter(
        (file) => !file.endsWith('.spec.ts') && readFileSync(join(projectRoot, file), 'utf8').includes('.setCookie('),
      )
      .map((file) => basename(file));
    expect(files.toSorted()).toEqual(SETS);
  });

  it('has every cookie that a visit of all pages brings, signed out and signed in', async () => {
    const seen = new Set<string>();
    const visit = async (role: 'member' | 'officer' | undefined, url: string) => {
      const cookie = role && (await desk.cookie(role));
      const { cookies } = await desk.app.inject({ url, headers: { accept: 'text/html', ...(cookie && { cookie }) } });
      for (const { name } of cookies) seen.add(name.replace('__Host-', ''));
    };
    // What a page of the desk does with cookies, all of them do: hooks of the whole site.
    const { pages } = sitePlan(findRooms().screens);
    for (const { path, access } of pages.filter((page) => !page.path.includes(':')))
      if (access.includes('public')) await visit(undefined, path);
      else if (access.includes('member') || access.includes('signed-in')) await visit('member', path);
    await visit('officer', '/admin/contact');
    const asked = await desk.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { origin: desk.config.SITE_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'email=nobody%40northmoor.example',
    });
    for (const { name } of asked.cookies) seen.add(name);
    expect([...seen].filter((name) => !names.has(name))).toEqual([]);
    expect(seen).toContain('induct-waiting');
    expect(seen.size).toBeGreaterThan(1);
  });
});
