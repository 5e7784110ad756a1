import { createCanvas } from '@napi-rs/canvas';
import { Council } from '@induct/platform';
import { createMembersArea } from '../..';
import { eventually } from '../../../../../test/support/eventually';
import { Desk } from '../../../../../test/support/given-desk';

const HERE = '/admin/council/identity';
const TYPED = { name: 'Eastmere Borough Council', district: 'ward', languages: 'en' };

let desk: Desk;
beforeAll(async () => (desk = await Desk.open()));
afterAll(() => desk?.close());

const send = (more: Record<string, string> = {}, basedOn = '0') =>
  desk.post('officer', `${HERE}/change`, { ...TYPED, basedOn, ...more });
const save = (more: Record<string, string>, basedOn: string) => send({ ...more, confirmed: 'yes' }, basedOn);

function arms(): Buffer {
  const canvas = createCanvas(40, 40);
  canvas.getContext('2d').fillRect(5, 5, 20, 20);
  return canvas.toBuffer('image/png');
}

it('is as it was shipped until somebody says something else', async () => {
  const { text, body } = await desk.get(undefined, '/contact');
  expect(text).toContain('Northmoor County Council');
  expect(body).not.toContain('/council-');
  expect((await desk.get('officer', HERE)).text).toContain('Nobody has changed anything');
  expect((await desk.get(undefined, '/council-1.css')).status).toBe(404);
});

it('keeps what was typed when something is wrong, and offers the nearest colours that can be read', async () => {
  const { status, body, text } = await send({ name: ' ', bar: 'FC0', action: '#7f7f7f', team: 'Member Services' });
  expect(status).toBe(400);
  expect(text).toContain('Enter the name of the council');
  expect(text).toContain('White text on the bar has a contrast of 1.5 to 1, and 4.5 is needed');
  expect(body).toContain('value="Member Services"');
  const [, offer] = /value="(#[0-9a-f]{6})"[^>]*name="use-bar"/.exec(body) ?? [];
  const taken = await send({ bar: 'FC0', 'use-bar': offer! });
  expect([taken.status, taken.text]).toEqual([200, expect.stringContaining('Nothing is saved yet')]);
  expect(taken.body).toContain(`preview.css?bar=${encodeURIComponent(offer!)}`);
});

it('shows a page as it would be, and saves nothing before that is confirmed', async () => {
  const { status, body, text } = await send({ bar: '#7a0c2e', area: 'Councillor Hub' });
  expect(status).toBe(200);
  expect(text).toMatch(/Eastmere Borough Council Councillor Hub .*Nothing is saved yet/);
  expect(text).toContain('Name Northmoor County Council Eastmere Borough Council');
  expect(body).toContain('preview.css?bar=%237a0c2e');
  const preview = await desk.get('officer', `${HERE}/preview.css?bar=%237a0c2e&action=url(x)`);
  expect(preview.body).toContain('--govuk-brand-colour:#7a0c2e;--govuk-link-colour:#0b5a69;');
  expect((await desk.get(undefined, '/contact')).text).toContain('Northmoor County Council');
  expect((await send({ back: 'yes', area: 'Councillor Hub' })).body).toContain('value="Councillor Hub"');
});

it('is saved with a picture that is drawn anew, and stands on every page from then on', async () => {
  const officer = await desk.who('officer');
  const refused = await desk.sendFile(
    officer,
    `${HERE}/change`,
    { name: 'arms.png', content: Buffer.from('<svg/>') },
    TYPED,
  );
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('The picture must be a PNG or a JPEG')]);
  const file = { name: 'arms.svg', content: Buffer.concat([arms(), Buffer.from('<script>')]) };
  const shown = await desk.sendFile(officer, `${HERE}/change`, file, {
    ...TYPED,
    basedOn: '0',
    alt: 'Arms of Eastmere',
  });
  const [, picture] = /name="picture" value="([0-9a-f]{64})"/.exec(shown.body)!;
  expect((await desk.get(undefined, `/council-arms/${picture}`)).status).toBe(404);

  const saved = await save({ bar: '#7a0c2e', picture: picture!, alt: 'Arms of Eastmere', shortName: 'Eastmere' }, '0');
  expect([saved.status, saved.headers['location']]).toEqual([303, `${HERE}?done=saved`]);
  // What an area is called that elects members, and in the form that asks for it all that it may be called.
  expect((await desk.get('officer', '/admin/council/divisions')).text).toMatch(/^ Wards – .* there are no wards/);
  expect((await desk.get(undefined, '/candidates')).text).toContain('the people of one ward');
  expect((await desk.get('officer', `${HERE}/change`)).text).toContain('Division Ward District');
  const election = { kind: 'by_election', 'held-day': '4', 'held-month': '5', 'held-year': '2023' };
  const asked = await desk.post('officer', '/admin/council/elections', election);
  expect([asked.status, asked.text]).toEqual([400, expect.stringContaining('Enter the ward that was filled')]);
  const page = await desk.get(undefined, '/contact');
  expect(page.text).toMatch(/^ Contact Democratic Services – Eastmere Members Area .*Eastmere Borough Council/);
  expect(page.body).toContain(`src="/council-arms/${picture}" alt="Arms of Eastmere"`);
  expect(page.body).toContain('<link rel="stylesheet" href="/council-1.css">');
  const css = await desk.get(undefined, '/council-1.css');
  expect(css.headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  const kept = await desk.get(undefined, `/council-arms/${picture}`);
  expect([kept.status, kept.headers['content-type'], kept.body.includes('<script>')]).toEqual([
    200,
    'image/png',
    false,
  ]);
  expect((await desk.audited()).at(-1)).toMatchObject({
    action: 'council.changed',
    actor: officer,
    detail: { revision: 1, before: {}, after: { name: 'Eastmere Borough Council', bar: '#7a0c2e' } },
  });
});

it('says so when somebody else was quicker', async () => {
  const late = await save({ name: 'Westmere Council' }, '0');
  expect([late.status, late.text]).toEqual([400, expect.stringContaining('Somebody else has changed this meanwhile')]);
});

it('goes back to an earlier one, which is a change like others', async () => {
  const asked = await desk.get('officer', `${HERE}/revisions/0`);
  expect(asked.text).toMatch(/Go back to this\?.*Bar at the top #7a0c2e #0b4f5c/);
  const hidden = Object.fromEntries(
    Array.from(asked.body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g), ([, name, value]) => [
      name!,
      value!,
    ]),
  );
  const saved = await desk.post('officer', `${HERE}/change`, { ...hidden, confirmed: 'yes' });
  expect(saved.status).toBe(303);
  const { text } = await desk.get('officer', HERE);
  expect(text).toMatch(/Who has changed what .*Olive Officer \(now\) Went back to an earlier one\. .*Olive Officer/);
  expect(text).toContain('Name: Eastmere Borough Council → Northmoor County Council');
  expect((await desk.get(undefined, '/contact')).text).toContain('Northmoor County Council');
  for (const revision of ['7', 'x', '-1'])
    expect((await desk.get('officer', `${HERE}/revisions/${revision}`)).status).toBe(404);
});

it('is seen by another process soon', async () => {
  const other = await createMembersArea(desk.config, desk.database.source, { clock: desk.clock });
  await other.init();
  try {
    const said = () => other.get(Council, { strict: false }).current.name;
    expect(said()).toBe('Northmoor County Council');
    await save({}, '2');
    await eventually('its new name, of which nobody told it', () => said() === TYPED.name);
  } finally {
    await other.close();
  }
});

it('stands in the next letter', async () => {
  await desk.who('officer');
  const [{ email }] = await desk.database.source.query<[{ email: string }]>(
    `select email from person where name = 'Olive Officer'`,
  );
  await desk.app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { origin: desk.config.SITE_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ email }).toString(),
  });
  const [letter] = await desk.database.source.query<{ text: string }[]>(
    'select body_text as text from mail where recipient = $1',
    [email],
  );
  expect(letter!.text).toContain(`the Members Area of ${TYPED.name}`);
});

it('says our words as the council does, on every page', async () => {
  await save({ team: 'Member Services', area: 'Councillor Hub' }, '3');
  const { text } = await desk.get(undefined, '/contact');
  expect(text).toMatch(/Contact Member Services – Eastmere Borough Council Councillor Hub/);
  expect(text).toContain('How to reach Member Services is not written here yet.');
  expect(text).not.toContain('Democratic Services');
});

it('is the desk’s to change', async () => {
  for (const role of ['member', 'tester', 'auditor'] as const) {
    expect((await desk.get(role, HERE)).status).toBe(403);
    expect((await desk.post(role, `${HERE}/change`, { ...TYPED, confirmed: 'yes', basedOn: '4' })).status).toBe(403);
  }
  expect((await desk.get('administrator', HERE)).status).toBe(200);
});
