import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../../../../../test/support/given-desk';
import { workbook } from '../../../../../test/support/workbooks';

const PAGE = '/admin/programme-imports';
const FIXTURE = join(__dirname, '../../../../../content/programme/programme-2017-18.csv');
const BEGINS = { 'begins-month': '5', 'begins-year': '2017' };

describe('the import of a programme', () => {
  let desk: Desk;
  let officer: string;
  beforeAll(async () => {
    desk = await Desk.open();
    officer = await desk.who('officer');
  });
  afterAll(() => desk?.close());

  const send = (
    file: { name: string; content: Buffer | string } | undefined,
    fields: Record<string, string> = {},
    who = officer,
  ) => {
    const { name, content } = file ?? { name: '', content: '' };
    const sent = { field: 'file', name, content: Buffer.from(content), type: 'application/octet-stream' };
    return desk.sendFile(who, PAGE, sent, { pasted: '', 'begins-month': '', 'begins-year': '', ...fields });
  };
  const paste = (pasted: string, fields: Record<string, string> = BEGINS) => send(undefined, { pasted, ...fields });
  const at = async (sent: Promise<{ headers: Record<string, unknown> }>) => String((await sent).headers['location']);
  const seen = async (url: string) => (await desk.get('officer', url)).text;
  const digestIn = (body: string) => /name="digest" value="([0-9a-f]{64})"/.exec(body)![1]!;
  const count = async () =>
    (await desk.database.source.query<{ n: number }[]>('select count(*)::int as n from programme_session'))[0]!.n;

  it('shows the year row by row with what it asks, takes presses, and imports it once', async () => {
    const url = await at(send({ name: 'C:\\programmes\\year.csv', content: readFileSync(FIXTURE) }, BEGINS));
    const first = await seen(url);
    for (const words of [
      ' year.csv ',
      'It begins in May 2017.',
      'Every date of it is past.',
      'Import 65 sessions and 1 fixed date',
      'Rows that ask something (13)',
      'Showing 1 to 50 of 66',
      '1 again, or 3?',
      'Row 2: Monday 8 May 2017, 09:00 to 16:00 Provisional no place yet',
    ])
      expect(first).toContain(words);
    const asks = await desk.get('officer', `${url}?show=asks`);
    expect(asks.text).toContain('Showing all 13');
    expect(asks.text.match(/Move all 8 to the nearest such weekday/g)).toHaveLength(1);
    const press = { at: '45', remark: 'weekday:2018-03-07', show: 'asks', page: '1' };
    const pressed = await desk.post('officer', `${url}/press`, { ...press, everywhere: 'nearest' });
    expect([pressed.status, pressed.headers['location']]).toEqual([303, `${url}?show=asks#show`]);
    expect((await desk.post('officer', `${url}/press`, { ...press, remedy: 'keep' })).headers['location']).toBe(
      `${url}?done=differs`,
    );
    const moved = await desk.get('officer', `${url}?page=1`);
    expect(moved.text).toContain('Row 47: Tuesday 6 March 2018 Date kept free Date was “Tuesday 7 March”.');
    expect(moved.text).toContain('Rows that ask something (5)');
    const digest = digestIn(moved.body);
    const twice = await Promise.all([1, 2].map(() => desk.post('officer', `${url}/import`, { digest })));
    expect(twice.map(({ status, headers }) => [status, headers['location']])).toEqual([
      [303, url],
      [303, url],
    ]);
    expect(await count()).toBe(65);
    const report = await desk.get('officer', url);
    expect(report.text).toContain('Imported by Olive Officer at');
    expect(report.text).toContain(': 65 sessions and 1 fixed date.');
    expect(report.body).not.toContain('name="digest"');
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'programme.imported', actor: officer });
    expect(await seen(PAGE)).toContain('66 rows 65 sessions and 1 fixed date');
  });

  it('argues again when a poll becomes known', async () => {
    await desk.database.source.query(
      `insert into fixed_date (id, "on", kind, title, recorded_at) values (gen_random_uuid(), '2017-06-08', 'poll', 'General election', now())`,
    );
    const url = /href="(\/admin\/programme-imports\/[^"]+)"[^>]*>year\.csv/.exec(
      (await desk.get('officer', PAGE)).body,
    )![1]!;
    expect(await seen(`${url}?show=asks`)).toContain('Thursday 8 June 2017 is the day of a poll: General election.');
  });

  it('gives the programme away, and knows all of it when it comes again', async () => {
    const { body, headers } = await desk.get('officer', `${PAGE}/programme.csv`);
    expect(headers['content-disposition']).toContain('programme-2026-11-22.csv');
    const url = await at(send({ name: 'again.csv', content: body }));
    const text = await seen(url);
    expect(text).toContain('There is nothing to import: no row brings anything new.');
    expect(text).toContain('Planned already or left out (70)');
    const { rows } = JSON.parse((await desk.get('officer', `${PAGE}/programme.json`)).body) as { rows: object[] };
    expect(rows[0]).toMatchObject({ date: '2017-05-08', time: '09:00 to 16:00', title: 'General induction day' });
    expect(rows).toHaveLength(70);
  });

  it('has rows written anew, and taken as they were typed', async () => {
    const url = await at(
      paste('Date\tTime\tTitle\tPlace\n8 June\t25.00pm\tLate <b>\tHall\n31 June\t2pm to 3pm\tNever\tHall'),
    );
    expect(await seen(url)).toContain('2 rows are to be mended or left out before anything is imported.');
    expect(await seen(`${url}/rows/2`)).toContain('There is no time “25.00pm”.');
    const long = await desk.post('officer', `${url}/rows/2`, { time: '2pm to 3pm', title: 'x'.repeat(201) });
    expect([long.status, long.text]).toEqual([400, expect.stringContaining('Title must be 200 characters or less')]);
    expect(long.body).toContain('value="2pm to 3pm"');
    const changed = await desk.post('officer', `${url}/rows/2`, { time: '2pm to 3pm' });
    expect(changed.headers['location']).toBe(`${url}?page=1#row-2`);
    const left = { at: '1', number: '3', remark: 'date:31 June', remedy: 'leave-out' };
    expect((await desk.post('officer', `${url}/press`, left)).headers['location']).toBe(`${url}#row-3`);
    const page = await desk.get('officer', url);
    expect(page.text).toContain('Import 1 session');
    expect(page.text).toContain('Row 2: Thursday 8 June 2017, 14:00 to 15:00 Confirmed Time was “25.00pm”.');
    await desk.post('officer', `${url}/rows/3/restore`, {});
    const mend = await desk.post('officer', `${url}/import`, { digest: digestIn(page.body) });
    expect(mend.headers['location']).toBe(`${url}?done=differs`);
    expect(await count()).toBe(65);
    expect((await desk.post('officer', `${url}/discard`, {})).headers['location']).toBe(PAGE);
    expect((await desk.post('officer', `${url}/rows/2`, { time: '' })).status).toBe(404);
    expect(await seen(url)).toContain('Nothing of it was imported.');
  });

  it('takes workbooks and topics by their names', async () => {
    const content = await workbook([
      { name: 'Notes', rows: [['Nothing']] },
      {
        name: 'Programme',
        rows: [
          ['When', 'Start', 'End', 'Event', 'Topics'],
          [{ xml: '<v>42863</v>', style: 1 }, { xml: '<v>0.395833333</v>' }, '1pm', 'Conduct', 'Flying'],
        ],
      },
    ]);
    const text = await seen(await at(send({ name: 'year.xlsx', content })));
    expect(text).toContain('Only the sheet “Programme” is taken.');
    expect(text).toContain('Monday 8 May 2017, 09:30 to 13:00');
    expect(text).toContain('“Flying”: no requirement is called so.');
  });

  it.each([
    ['nothing', '', 'Paste the rows of the programme, or choose a file'],
    ['headings alone', 'Date,Time,Title\n', 'There is no row below the headings'],
    ['2,001 rows', `Date,Title\n${'8 May,One\n'.repeat(2001)}`, 'The programme has more than 2,000 rows. Divide it'],
    ['an open quotation mark', 'Date,Title\n8 May,"One\n', 'A quotation mark is opened and never closed'],
  ])('says what is wrong with %s, and keeps what was pasted', async (_, pasted, words) => {
    const { status, text, body } = await paste(pasted);
    expect([status, text]).toEqual([400, expect.stringContaining(words)]);
    expect(body).toContain('href="#pasted"');
    expect(body).toContain('value="2017"');
    expect(body).toContain(pasted.slice(0, 15));
  });

  it.each([
    [{ 'begins-month': '', 'begins-year': '' }, 'Enter the month in which the programme begins'],
    [{ 'begins-month': '13', 'begins-year': '2017' }, 'Enter the month and the year, like 5 2017'],
    [{ 'begins-month': '5', 'begins-year': '' }, 'Enter the month and the year, like 5 2017'],
  ])('asks for the month in which it begins: %j', async (begins, words) => {
    const { status, text, body } = await paste('8 May,2pm,One', begins);
    expect([status, text]).toEqual([400, expect.stringContaining(words)]);
    expect(body).toContain('href="#begins-month"');
    expect(body).toContain('8 May,2pm,One');
  });

  it('refuses files that are none, and both at once', async () => {
    expect((await send({ name: 'a.pdf', content: '%PDF-1.7' }, BEGINS)).text).toContain('The file is a PDF');
    expect((await send({ name: 'a.csv', content: 'Date\n' }, { pasted: 'x', ...BEGINS })).text).toContain('not both');
    expect((await send({ name: 'a.csv', content: 'a'.repeat(5 * 1024 ** 2 + 1) })).text).toContain('smaller than 5 MB');
  });

  it('is found at no address that is none, and is for officers only', async () => {
    const none = `${PAGE}/3f0c1c5e-0000-4000-8000-000000000000`;
    expect((await desk.get('officer', none)).status).toBe(404);
    expect((await desk.get('officer', `${none}/rows/2`)).status).toBe(404);
    expect((await desk.post('officer', `${none}/press`, { at: '0', remark: 'x' })).status).toBe(404);
    for (const role of ['member', 'tester', 'champion', 'administrator', 'auditor'] as const) {
      const asked = await Promise.all([
        ...[PAGE, none, `${none}/rows/2`, `${PAGE}/programme.csv`].map((url) => desk.get(role, url)),
        ...['press', 'import', 'discard', 'rows/2', 'rows/2/restore'].map((act) =>
          desk.post(role, `${none}/${act}`, {}),
        ),
      ]);
      expect([role, ...asked.map(({ status }) => status)]).toEqual([role, ...asked.map(() => 403)]);
      expect((await send({ name: 'a.csv', content: 'x' }, BEGINS, await desk.who(role))).status).toBe(403);
    }
  });
});
