import { Awards, BatchIssuing } from '@induct/accreditation';
import { Transactions } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';
import { Learners } from '../../../../../test/support/learners';

const SCHEME = '0195c0de-0000-7000-8000-000000000001';

let desk: Desk;
let ann: string;
beforeAll(async () => {
  desk = await Desk.open({ DEMO: 'true' });
  const given = new Learners(desk.database.source);
  const conduct = await given.aPublishedCoreModule();
  ann = await given.aMember('Ann <Baker>');
  await given.aMember('Zoe Without');
  await desk.post('officer', '/admin/batches/who-issues', { scheme: SCHEME, issuedBy: 'officer' });
  await given.hasCompleted(ann, conduct);
  const awards = desk.app.get(Awards, { strict: false });
  await desk.app.get(Transactions, { strict: false }).run((tx) => awards.consider(tx, ann, desk.clock.now()));
});
afterAll(() => desk?.close());

const dryRun = async (fields: Record<string, string> = {}) =>
  String((await desk.post('officer', '/admin/batches', { scheme: SCHEME, ...fields })).headers.location);
const digestIn = (body: string) => /name="digest" value="([^"]+)"/.exec(body)?.[1] ?? '';

describe('a batch', () => {
  it('is made for those whom a form names, and shown again when that cannot be', async () => {
    const first = await desk.get('officer', '/admin/batches');
    expect(first.text).toContain('A certificate of Core skills waits for an officer, who issues it in a batch.');
    expect((await desk.get('officer', '/admin')).text).toContain('1 award waits for a certificate');
    expect((await desk.getAs(ann, '/certificates')).text).toContain('An officer issues the certificate');
    for (const [fields, says] of [
      [{ scheme: '' }, 'Select what the certificates are of'],
      [{ 'until-day': '31', 'until-month': '2', 'until-year': '2026' }, 'must be a real date'],
      [{ 'until-day': '1', 'until-month': '2', 'until-year': '2099' }, 'must be today or in the past'],
      [{ 'until-day': '1', 'until-month': '2', 'until-year': '2019' }, 'not in effect on that day'],
    ] as const) {
      const again = await desk.post('officer', '/admin/batches', { scheme: SCHEME, ...fields });
      expect([again.status, again.text.includes(says)]).toEqual([400, true]);
    }
  });

  it('is of what has come into effect; who issues what is only drafted can be said before', async () => {
    await desk.post('officer', '/admin/schemes/new', { name: 'Drafted only' });
    const { body } = await desk.get('officer', '/admin/batches');
    expect(body.match(/name="scheme" type="radio"/g)).toHaveLength(1);
    expect(body).toContain('A certificate of <strong>Drafted only</strong>');
  });

  it('says for each person what would be done, as a page and as a file, and issues nothing', async () => {
    const href = await dryRun();
    const { text, body } = await desk.get('officer', href);
    expect(text).toContain('Dry run: nothing is issued');
    expect(text).toMatch(/1 would be issued 0 have one 1 not met/);
    expect(body).toContain('Ann &lt;Baker&gt;');
    expect(text).toContain('Missing: The code of conduct');
    expect(text).toContain('Issue 1');
    expect((await desk.get('officer', `${href}?outcome=not_met`)).text).toContain('Only: Not met.');
    const csv = await desk.get('officer', `${href}.csv`);
    expect(csv.body.split('\r\n')[2]).toBe('Zoe Without,Not met,Missing: The code of conduct,');
    const json = await desk.get('officer', `${href}.json`);
    expect((JSON.parse(json.body) as { rows: object[] }).rows).toHaveLength(2);
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'batch.exported', detail: { as: 'json' } });
    expect((await desk.getAs(ann, '/certificates')).text).not.toContain('Certificate number');
  });

  it('that somebody has moved in issues nothing, and says who', async () => {
    const href = await dryRun();
    const digest = digestIn((await desk.get('officer', href)).body);
    await desk.database.source.query(`update person set name = 'Ann Carter' where id = $1`, [ann]);
    const refused = await desk.post('officer', href, { digest });
    expect([refused.status, refused.text.includes('Nothing was issued: 1 person has moved since')]).toEqual([
      409,
      true,
    ]);
    expect(refused.text).toContain('Ann Carter : was');
    expect(refused.body).toContain('Look again with the same filter');
    expect((await desk.post('officer', href, { digest: 'short' })).status).toBe(303);
  });

  it('is carried out as it was read, once, and says how far it is', async () => {
    const href = await dryRun({ without: 'yes' });
    const digest = digestIn((await desk.get('officer', href)).body);
    for (const _ of [1, 2]) expect((await desk.post('officer', href, { digest })).headers.location).toBe(href);
    expect((await desk.get('officer', href)).text).toMatch(/0 issued 1 still to issue .*0 of 1 are done\./);
    await desk.app.get(BatchIssuing, { strict: false }).workOff();
    const { text, body } = await desk.get('officer', href);
    expect(text).toContain('Finished: 1 of 1 issued');
    expect(text).toMatch(/1 issued 0 have one/);
    expect(text).not.toContain('to issue');
    expect(text).not.toContain('You can leave this page');
    expect((await desk.get('officer', `${href}?came=issued`)).text).toMatch(/Only: Issued\..*Ann Carter/);
    expect((await desk.get('officer', `${href}?came=not_issued`)).text).toMatch(/Only: Not issued\..*Nobody\./);
    const number = /\/admin\/certificates\/([A-Z0-9-]+)"/.exec(body)![1]!;
    const certificate = await desk.get('officer', `/admin/certificates/${number}`);
    expect(certificate.text).toContain('Issued in a batch by Olive Officer');
    expect(certificate.text).not.toContain('Issued when the last module');
    expect((await desk.get('officer', '/admin/batches')).text).toContain('Finished: 1 of 1 issued.');
    const nothing = await dryRun({ without: 'yes' });
    expect((await desk.get('officer', nothing)).text).not.toContain('Issue 0');
  });

  it.each(['member', 'tester', 'administrator', 'auditor'] as const)('is none of a %s', async (role) => {
    for (const path of ['', `/${ann}`, `/${ann}.csv`, `/${ann}.json`])
      expect([path, (await desk.get(role, `/admin/batches${path}`)).status]).toEqual([path, 403]);
    for (const path of ['', `/${ann}`, '/who-issues'])
      expect((await desk.post(role, `/admin/batches${path}`, { scheme: SCHEME })).status).toBe(403);
    for (const path of ['', '.csv'])
      expect((await desk.get('officer', `/admin/batches/${ann}${path}`)).status).toBe(404);
  });
});
