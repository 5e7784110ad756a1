import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Bodies, Elections } from '@induct/people';
import { Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import { testConfig } from '../../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../../test/support/database';
import { GivenCouncil } from '../../../../../test/support/given-council';
import { workbook } from '../../../../../test/support/workbooks';
import { createMembersArea } from '../../app';
import { newsCookie } from '../../frame/told-once';

const LIST = '/admin/memberships/import';
const BOUNDARY = '----induct-list';

describe('importing members', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  const people: Record<string, string> = {};

  async function ask(
    who: string,
    method: 'GET' | 'POST',
    url: string,
    body?: { type: string; payload: Buffer | string },
  ) {
    const id = await app
      .get(Transactions)
      .run((tx) => app.get(SignIns, { strict: false }).signIn(tx, people[who]!, { by: 'letter' }));
    const headers = {
      cookie: `induct=${id}; induct-done=${newsCookie(url)}`,
      origin: 'http://localhost:3000',
      accept: 'text/html',
      ...(body && { 'content-type': body.type }),
    };
    return app.inject({ method, url, headers, ...(body && { payload: body.payload }) });
  }
  const send = (url: string, fields: Record<string, string> = {}, who = 'officer') =>
    ask(who, 'POST', url, {
      type: 'application/x-www-form-urlencoded',
      payload: new URLSearchParams(fields).toString(),
    });
  const upload = (file: Buffer | string, name = 'members.csv', who = 'officer') =>
    ask(who, 'POST', LIST, {
      type: `multipart/form-data; boundary=${BOUNDARY}`,
      payload: Buffer.concat([
        Buffer.from(
          `--${BOUNDARY}\r\ncontent-disposition: form-data; name="list"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`,
        ),
        Buffer.from(file),
        Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
      ]),
    });
  const seen = async (url: string, who = 'officer') => (await ask(who, 'GET', url)).body.replace(/\s+/g, ' ');
  const digestIn = (html: string) => /name="digest" value="([0-9a-f]{64})"/.exec(html)![1]!;
  const matched = (fields: readonly string[], more = {}) => ({
    sheet: '0',
    columns: String(fields.length),
    day: '28 November 2026',
    ...Object.fromEntries(fields.map((field, at) => [`column-${at}`, field])),
    ...more,
  });
  async function previewed(file: Buffer | string, fields: readonly string[], more = {}) {
    const columns = (await upload(file)).headers.location as string;
    const sent = await send(columns, matched(fields, more));
    expect(sent.statusCode).toBe(303);
    return sent.headers.location as string;
  }

  beforeAll(async () => {
    database = await cloneDatabase();
    app = await createMembersArea(testConfig(database.url), database.source);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const given = new GivenCouncil(database.source);
    for (const role of ['member', 'tester', 'champion', 'officer', 'administrator', 'auditor'] as const)
      people[role] = await given.aPerson({ name: `Role ${role}`, roles: [role] });
    for (const name of ['Amara Whitfield', 'Ann Smith', 'Ann Smith', 'Siân Llŷr']) await given.aPerson({ name });
    const bodies = app.get(Bodies, { strict: false });
    for (const name of ['Planning Committee', 'Standards Committee'])
      await bodies.add({ kind: 'committee', name, from: '2017-05-08', by: null });
    await app.get(Elections, { strict: false }).hold({ kind: 'ordinary', heldOn: '2017-05-04', by: null });
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  it('is for officers only: every page and every act', async () => {
    const page = await previewed('Name,Email\nZed Only,zed@northmoor.example\n', ['name', 'email']);
    const digest = digestIn(await seen(page));
    for (const who of ['member', 'tester', 'champion', 'administrator', 'auditor']) {
      const asked = [
        await ask(who, 'GET', LIST),
        await ask(who, 'GET', page),
        await ask(who, 'GET', `${page}/columns`),
        await upload('Name\nX', 'x.csv', who),
        await send(`${page}/columns`, matched(['name', 'email']), who),
        await send(`${page}/apply`, { digest }, who),
        await send(`${page}/look-again`, {}, who),
        await send(`${page}/discard`, {}, who),
        await ask(who, 'GET', `${page}/rows/2`),
        await send(`${page}/rows/2`, { meant: 'new' }, who),
      ];
      expect([who, ...asked.map(({ statusCode }) => statusCode)]).toEqual([who, ...asked.map(() => 403)]);
    }
    expect(await database.source.query(`select 1 from person where email = 'zed@northmoor.example'`)).toEqual([]);
    expect(await seen('/admin/people', 'officer')).toContain('Import members from a file');
    expect(await seen('/admin/people', 'administrator')).not.toContain('Import members from a file');
  });

  it('shows nine bad rows first, each with what to do, and writes the good ones once the bad ones are left out', async () => {
    const csv = [
      'Name;Name;E-mail;Role;Start date;End date',
      'Planning Committee;Cllr Amara Whitfield;;Chairman;8 May 2017;',
      'Planning Committee;Noor Nadeem;noor@northmoor.example;Member;08/05/2017;',
      'Planning Committee;Ann Smith;;;;',
      'Planing Comittee;Siân Llŷr;;;;',
      'Standards Committee;Siân Llŷr;;;8 May 2019;7 May 2019',
      'Standards Committee;Nobody Known;;;;',
      'Standards Committee;=HYPERLINK(1);x@northmoor.example;;;',
      'Standards Committee;Amara Whitfield;;Treasurer;;',
      'Standards Committee;Amara Whitfield;;;08/05/17;',
      'Standards Committee;;who@northmoor.example;;;',
      'Planning Committee;Noor Nadeem;;Substitute;9 May 2017;',
    ].join('\r\n');
    const columns = (await upload(csv)).headers.location as string;
    expect(await seen(columns)).toContain('“Name” (column 1) and “Name” (column 2) could each be “Full name”');
    const wrong = await send(columns, matched(['name', 'name', '', '', '', ''], { day: 'soon' }));
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('Write it like 8 May 2017');
    const both = await send(columns, matched(['name', 'name', 'email', 'capacity', 'from', 'until']));
    expect(both.body).toContain('Only one column can be “Full name”');
    expect(both.body).toMatch(/<option value="until" selected>/);
    const page = (await send(columns, matched(['body', 'name', 'email', 'capacity', 'from', 'until']))).headers
      .location as string;
    const shown = await seen(page);
    expect(shown).toContain('Apply 2 changes');
    expect(shown).toContain('Leave out the 9 rows with a problem');
    expect(shown.indexOf('Several people are called Ann Smith')).toBeLessThan(
      shown.indexOf('Gets an account as a member'),
    );
    for (const words of [
      'Did you mean “Planning Committee”?',
      'It ends on 7 May 2019, before it starts on 8 May 2019. Correct one of the two.',
      'Write an email address, with which they sign in',
      'holds a formula or an error',
      'no capacity that is known',
      'a year of two digits',
      'The name is missing',
      'is in row 3 already for Planning Committee',
    ])
      expect(shown).toContain(words);
    const digest = digestIn(shown);
    const refused = await send(`${page}/apply`, { digest });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Say that the rows with a problem are left out');
    const counted = async () =>
      (await database.source.query<{ count: number }[]>('select count(*)::int as count from membership'))[0]!.count;
    expect(await counted()).toBe(0);
    const twice = await Promise.all([1, 2].map(() => send(`${page}/apply`, { digest, 'leave-out': 'yes' })));
    expect(twice.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, page],
      [303, page],
    ]);
    expect(await counted()).toBe(2);
    const report = await seen(page);
    expect(report).toContain('Applied by Role officer');
    expect(report).toContain('2 changes were written. 9 rows with a problem were left out.');
    expect(report).not.toContain('name="digest"');
    expect(await seen(`${page}?outcome=problem`)).toContain('Showing all 9');
    expect(await seen(LIST)).toContain('11: 2 changes, 9 problems');
  });

  it('offers those of a name and somebody new where a row does not say who is meant', async () => {
    const csv =
      'Name,Committee\nAnn Smith,Planning Committee\nSiân Llŷr,Standards Committee\nAnn Smith,Standards Committee\n';
    const page = await previewed(csv, ['name', 'body']);
    const shown = await seen(page);
    expect(shown).toContain('2 rows do not say who is meant: more than one person has the name.');
    expect(shown).toContain(`href="${page}/rows/2"`);
    const row = await seen(`${page}/rows/2`);
    for (const words of ['Who is meant by Ann Smith?', 'Planning Committee', 'Somebody new', 'No division is recorded'])
      expect(row).toContain(words);
    const anns = [...row.matchAll(/name="meant" type="radio" value="([^"]+)"/g)].map(([, value]) => value!);
    expect([anns.length, anns.at(-1)]).toEqual([3, 'new']);
    for (const [sent, words] of [
      [{}, 'Choose who is meant'],
      [{ meant: people['member']! }, 'Choose one of those who are shown'],
      [{ meant: 'new' }, 'Enter the email address they sign in with'],
      [{ meant: 'new', email: 'ann at home' }, 'Enter an email address in the correct format'],
    ] as const) {
      const again = await send(`${page}/rows/2`, sent);
      expect([again.statusCode, again.body.includes(words), again.body.includes('There is a problem')]).toEqual([
        400,
        true,
        true,
      ]);
    }
    const kept = await send(`${page}/rows/2`, { meant: 'new', email: 'ann at home' });
    expect(kept.body).toContain('value="ann at home"');
    expect((await send(`${page}/rows/2`, { meant: anns[0]! })).headers.location).toBe(`${page}/rows/4`);
    const last = await send(`${page}/rows/4`, { meant: 'new', email: 'ann.new@northmoor.example' });
    expect(last.headers.location).toBe(`${page}?done=chosen`);
    const done = await seen(`${page}?done=chosen`);
    expect(done).toContain('The answer is taken');
    expect(done).toContain('Role officer said on');
    expect(done).toContain('Choose again');
    expect(done).toContain('Apply 3 changes');
    expect(await seen(`${page}/rows/4`)).toMatch(/value="new" checked/);
    expect(await database.source.query(`select 1 from person where email = 'ann.new@northmoor.example'`)).toEqual([]);
    await send(`${page}/discard`);
    expect((await ask('officer', 'GET', `${page}/rows/2`)).statusCode).toBe(409);
    expect((await ask('officer', 'GET', `${page}/rows/nonsense`)).statusCode).toBe(400);
  });

  it('remembers the columns, takes workbooks sheet by sheet, and keeps nothing back from the eye', async () => {
    const rows = [
      ['Forename', 'Surname', 'Elected'],
      ['Siân', 'Llŷr', { xml: '<v>42859</v>', style: 1 }],
      ['Bob', 'Hidden'],
    ];
    const bytes = await workbook([
      { name: 'Notes', rows: [['Nothing here']] },
      { name: 'Members 2017', rows, hiddenRows: [3] },
    ]);
    const columns = (await upload(bytes, 'members.xlsx')).headers.location as string;
    expect(await seen(columns)).toContain('The workbook has several sheets');
    const second = await seen(`${columns}?sheet=1`);
    expect(second).toContain('For example: 2017-05-04');
    expect(second).toContain('1 row hidden in the workbook is left out');
    const sent = await send(columns, matched(['firstName', 'lastName', 'electedOn'], { sheet: '1' }));
    const page = sent.headers.location as string;
    expect(await seen(page)).toContain('The division they were elected for is missing');
    await send(`${page}/discard`);
    const again = (await upload(bytes, 'members.xlsx')).headers.location as string;
    expect(await seen(`${again}?sheet=1`)).toContain('matched as they were the last time');
    expect((await ask('officer', 'GET', `${page}/columns`)).headers.location).toBe(page);
    expect(await seen(page)).toContain('Nothing of it was written');
  });

  it('says what is wrong with a file, beside the field', async () => {
    for (const [file, words] of [
      ['', 'The file is empty'],
      ['%PDF-1.7', 'The file is a PDF'],
      [`Name\n${'A\n'.repeat(5001)}`, 'The list has more than 5,000 rows. Divide it'],
    ] as const) {
      const { statusCode, body } = await upload(file);
      expect([statusCode, body.includes(words), body.includes('There is a problem')]).toEqual([400, true, true]);
    }
    expect((await upload(Buffer.alloc(6 * 1024 ** 2, 'a'))).body).toContain('The file must be smaller than 5 MB');
    expect((await send(LIST)).body).toContain('Choose a CSV file or an Excel workbook');
  });

  it('does not apply what somebody has not seen', async () => {
    const page = await previewed('Name,Email\nSeen Late,late@northmoor.example\n', ['name', 'email']);
    expect((await send(`${page}/apply`, { digest: '0'.repeat(64) })).headers.location).toBe(`${page}?done=differs`);
    expect(await seen(`${page}?done=differs`)).toContain(
      'Nothing was written: the council has changed since the rows were shown.',
    );
    expect((await send(`${page}/apply`, { digest: 'nonsense' })).statusCode).toBe(400);
  });

  it('is not found under an address that is none', async () => {
    expect((await ask('officer', 'GET', `${LIST}/3f0c1c5e-0000-4000-8000-000000000000`)).statusCode).toBe(404);
    expect((await ask('officer', 'GET', `${LIST}/nonsense`)).statusCode).toBe(400);
  });
});
