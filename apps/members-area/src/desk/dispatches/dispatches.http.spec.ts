import { Desk } from '../../../../../test/support/given-desk';
import { aPackage } from '../../../../../test/support/given-package';
import { scormPackage } from '../../../../../test/support/packages';
import { FileStore } from '@induct/platform';
import { aCourse, aTree } from '../../../../../test/support/given-learning';

let desk: Desk;
let version: string;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

const DAY = { 'ends-day': '31', 'ends-month': '3', 'ends-year': '2027' };
const send = (more: Record<string, string> = {}) =>
  desk.post('officer', '/admin/dispatches/new', { version, partner: 'Eastvale <Council>', ...DAY, ...more });

it('is empty before a module is published', async () => {
  expect((await desk.get('officer', '/admin/dispatches')).text).toContain(
    'No other council has one of your modules yet.',
  );
  expect((await desk.get('officer', '/admin/dispatches/new')).text).toContain('No module is published yet');
  ({ versionId: version } = await aPackage(
    desk.database.source,
    desk.app.get(FileStore, { strict: false }),
    await scormPackage(),
  ));
});

it.each([
  [{ version: '' }, 'Choose a module'],
  [{ version: '0195c0de-0000-7000-8000-000000000001' }, 'Choose a module'],
  [{ partner: ' ' }, 'Enter who it is for'],
  [{ 'ends-year': '2025' }, 'The last day must be today or later'],
  [{ 'ends-month': '13' }, 'The last day must be a real date'],
  [{ launches: '0' }, 'Enter a whole number from 1'],
  [{ launches: '2.5' }, 'Enter a whole number from 1'],
  [{ sites: 'http://lms.example' }, 'must be an address such as'],
])('is not given as %j', async (fields, says) => {
  const { status, text, body } = await send(fields as Record<string, string>);
  expect([status, text.includes(says)]).toEqual([400, true]);
  expect(body).toContain(`value="${(fields as { partner?: string }).partner ?? 'Eastvale &lt;Council&gt;'}"`);
});

it('is not given when its parts have an order', async () => {
  const tree = aTree({ one: {}, two: {} });
  const { versionId } = await aCourse(desk.database.source, { ...tree, standard: 'scorm_2004', needsSequencing: true });
  const { status, text } = await send({ version: versionId });
  expect([status, text.includes('This module sets an order for its parts')]).toEqual([400, true]);
});

it('is given, taken away as a zip of either edition, and revoked, each on record', async () => {
  const { status, headers } = await send({ launches: '60', sites: 'lms.example' });
  const href = String(headers.location);
  expect([status, href]).toEqual([303, expect.stringMatching(/^\/admin\/dispatches\/[0-9a-f-]{36}$/)]);
  const page = await desk.get('officer', href);
  expect(page.text).toMatch(
    /Can be opened .* 31 March 2027 Opened 0 of 60 Opens at https:\/\/lms.example Made by Olive Officer/,
  );
  expect(page.text).toContain('Nobody has opened it yet.');
  expect((await desk.post('officer', `${href}/zip`, {})).text).toContain('Choose an edition');
  for (const [edition, name] of [
    ['scorm_12', 'SCORM 1.2'],
    ['scorm_2004', 'SCORM 2004'],
  ] as const) {
    const zip = await desk.post('officer', `${href}/zip`, { edition });
    expect([zip.status, zip.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(zip.headers['content-disposition']).toMatch(new RegExp(`^attachment; filename="[\\w .-]+ ${name}.zip"$`));
  }
  expect((await desk.get('officer', href)).text).toContain('2 zips were downloaded.');
  expect((await desk.get('officer', '/admin/dispatches')).text).toMatch(/Eastvale <Council>|Eastvale &lt;Council/);
  expect((await desk.get('officer', `${href}/revoke`)).text).toContain('Nobody there can open it any more');
  for (const _ of [1, 2]) expect((await desk.post('officer', `${href}/revoke`, {})).status).toBe(303);
  const after = await desk.get('officer', href);
  expect(after.text).toContain('Revoked by Olive Officer, 22 November 2026');
  expect(after.text).not.toContain('Download the zip');
  expect((await desk.post('officer', `${href}/zip`, { edition: 'scorm_12' })).status).toBe(409);
  const acts = (await desk.audited()).filter(({ action }) => action.startsWith('dispatch.'));
  expect(acts.map(({ action }) => action)).toEqual([
    'dispatch.made',
    'dispatch.zip_taken',
    'dispatch.zip_taken',
    'dispatch.revoked',
  ]);
});

it.each(['member', 'tester', 'administrator', 'auditor'] as const)('is none of a %s', async (role) => {
  for (const path of ['', '/new', `/${version}`])
    expect((await desk.get(role, `/admin/dispatches${path}`)).status).toBe(403);
  expect((await desk.post(role, '/admin/dispatches/new', { version, partner: 'x', ...DAY })).status).toBe(403);
  expect((await desk.get('officer', '/admin/dispatches/x')).status).toBe(404);
});
