import { headingRow, headingsKey, matchingProblem, proposeMatching } from './headings';
import { fileRows } from './file-rows';
import { shareWord, writtenName } from './person-words';
import { readRow } from './read-row';
import { writtenCapacity } from './written-capacity';

describe('a capacity', () => {
  it.each([
    ['Chairman', 'chair'],
    ['CHAIR', 'chair'],
    ['Vice-Chairman', 'vice_chair'],
    ['Vice Chair', 'vice_chair'],
    ['Deputy Chair', 'vice_chair'],
    ['Substitute', 'substitute'],
    ['Co-opted Member (non-voting)', 'co_opted'],
    ['Member', 'member'],
    ['Cadeirydd', 'chair'],
    ['Treasurer', undefined],
  ])('is understood: %s', (typed, capacity) => {
    expect(writtenCapacity(typed)).toBe(capacity);
  });
});

describe('a name', () => {
  it.each([
    ['Cllr Amara Whitfield MBE', 'Amara Whitfield'],
    ['Whitfield, Amara', 'Amara Whitfield'],
    ['Whitfield, Cllr Amara', 'Amara Whitfield'],
    ['Amara Whitfield, OBE', 'Amara Whitfield'],
    ['Amara Whitfield OBE JP', 'Amara Whitfield'],
    ['Jack Ma', 'Jack Ma'],
    ['Ma, Jack', 'Jack Ma'],
    ['Cllr Yo-Yo Ma', 'Yo-Yo Ma'],
    ['Mr Ba', 'Ba'],
    ['Rt Hon Dr Rosa Hale', 'Rosa Hale'],
    ['  Siân   Llŷr-Gwŷdd ', 'Siân Llŷr-Gwŷdd'],
  ])('is written as on a certificate: %s', (typed, name) => {
    expect(writtenName(typed)).toBe(name);
  });

  it('may be another one of the same person when a word of it is the same', () => {
    expect(shareWord('Amara Whitfield', 'Amara Osei')).toBe(true);
    expect(shareWord("Máire O'Brien", 'maire obrien')).toBe(true);
    expect(shareWord('Amara Whitfield', 'Daniel Ferris')).toBe(false);
    expect(shareWord('Cllr Jack Ma', 'Cllr Rosa Hale')).toBe(false);
  });
});

describe('columns', () => {
  it('are matched by their headings, as different systems write them', () => {
    const { columns, asked } = proposeMatching([
      'Surname',
      'Forename(s)',
      'E-mail:',
      'Party',
      'Ward',
      'Committee Name',
      'Role',
      'Start_Date',
      'Notes',
    ]);
    expect(columns).toEqual(['lastName', 'firstName', 'email', 'group', 'division', 'body', 'capacity', 'from', null]);
    expect(asked).toEqual([]);
  });

  it('are asked about when two could be the same, and never guessed', () => {
    const { columns, asked } = proposeMatching(['Name', 'Email', 'Name']);
    expect(columns).toEqual([null, 'email', null]);
    expect(asked).toEqual([{ field: 'name', columns: [0, 2] }]);
  });

  it('that are hidden are nothing until somebody says so', () => {
    expect(proposeMatching(['Name', 'Email'], [1]).columns).toEqual(['name', null]);
  });

  it('are headed by the row that says most', () => {
    const rows = [
      ['Members of Northmoor Council'],
      ['as at 8 May 2017'],
      ['Name', 'Ward', 'Party'],
      ['Ann Lee', 'North', 'Green'],
    ];
    expect(headingRow(rows.map((cells) => ({ cells })))).toBe(2);
    expect(headingRow([{ cells: ['a', 'b'] }])).toBe(0);
  });

  it('are known again by their headings', () => {
    expect(headingsKey(['Name', 'E-Mail'])).toBe(headingsKey(['name ', 'email:']));
    expect(headingsKey(['Name', 'Email'])).not.toBe(headingsKey(['Email', 'Name']));
  });

  it('say what is missing', () => {
    expect(matchingProblem(['email'])).toMatch('the name of the person');
    expect(matchingProblem(['name', 'name'])).toMatch('Only one column');
    expect(matchingProblem(['firstName'])).toMatch('both');
    expect(matchingProblem(['name', 'lastName', 'firstName'])).toMatch('either');
    expect(matchingProblem(['firstName', null, 'lastName'])).toBeUndefined();
  });
});

describe('a row', () => {
  const read = (values: Parameters<typeof readRow>[0]['values']) => readRow({ number: 7, values });

  it('leaves out what is empty, dashes and rows without anything', () => {
    const rows = [
      { number: 1, cells: ['Name', 'Ward'] },
      { number: 2, cells: ['Ann', '–'] },
      { number: 3, cells: ['n/a', '-'] },
    ];
    expect(fileRows({ rows }, 0, ['name', 'division'])).toEqual([{ number: 2, values: { name: 'Ann' } }]);
  });

  it('counts bare days as the workbook does', () => {
    const rows = [
      { number: 1, cells: ['Name', 'No', 'From'] },
      { number: 2, cells: ['Ann', '41401', '41401.75'] },
    ];
    const from = (sheet: { from1904?: boolean }) =>
      fileRows({ rows, ...sheet }, 0, ['name', 'externalId', 'from']).map((row) => readRow(row));
    expect(from({ from1904: true })).toMatchObject([{ externalId: '41401', from: '2017-05-08' }]);
    expect(from({})).toMatchObject([{ from: '2013-05-07' }]);
  });

  it('says what looks like a formula', () => {
    for (const name of ['=HYPERLINK("http://x")', '@SUM(A1)', '+cmd|calc', '-2+3+cmd', '#REF!', '＝1'])
      expect(read({ name }).problems[0]).toMatch('holds a formula or an error');
    expect(read({ name: 'Ann', externalId: '-12' }).problems).toEqual([]);
  });

  it('shows a formula as it stands in the file, with its commas', () => {
    const typed = '=HYPERLINK("https://x.example","Click me")';
    const { name, problems } = read({ name: typed });
    expect(name).toBe(typed);
    expect(problems).toEqual([expect.stringContaining('Write what it should say')]);
  });

  it('says that it ends before it starts, that a name is missing, that an address is none', () => {
    const { problems } = read({ email: 'ann at council', from: '8 May 2017', until: '7 May 2017' });
    expect(problems).toEqual([
      expect.stringContaining('name is missing'),
      expect.stringContaining('is no email address'),
      'It ends on 7 May 2017, before it starts on 8 May 2017. Correct one of the two',
    ]);
  });

  it('puts names together, and takes an address out of what a mail program copies', () => {
    const row = read({
      firstName: 'Amara',
      lastName: 'Whitfield',
      email: 'Amara <amara@northmoor.example>',
      until: '8 May 2017',
    });
    expect(row).toMatchObject({
      name: 'Amara Whitfield',
      email: 'amara@northmoor.example',
      until: '2017-05-09',
      problems: [],
    });
  });

  it('takes an address without what is not seen in it', () => {
    expect(read({ name: 'Ann', email: 'mailto:a\u00adnn@northmoor.example\u200b' })).toMatchObject({
      email: 'ann@northmoor.example',
      problems: [],
    });
  });

  it('says that a cell is too long', () => {
    expect(read({ name: 'A'.repeat(101) }).problems[0]).toMatch('must be 100 characters or fewer');
  });
});
