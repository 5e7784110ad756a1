import { workbook } from '../../../../test/support/workbooks';
import { readSpreadsheet } from './read-spreadsheet';
import { SHEET_LIMITS, SpreadsheetRefused } from './spreadsheet';

const cellsOf = async (bytes: Buffer | string) =>
  (await readSpreadsheet(Buffer.from(bytes)))[0]!.rows.map(({ cells }) => cells);
const refusal = async (bytes: Buffer | string, limits = SHEET_LIMITS) =>
  await readSpreadsheet(Buffer.from(bytes), limits).then(
    () => 'was taken',
    (error: unknown) => {
      if (!(error instanceof SpreadsheetRefused)) throw error;
      return error.message;
    },
  );

describe('a CSV file', () => {
  const wanted = [
    ['Name', 'Committee'],
    ['Siân Llŷr', 'Planning'],
  ];
  const text = 'Name,Committee\r\nSiân Llŷr,Planning\r\n';

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['a line that says which separator', Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
    ['lines of old Macs', Buffer.from(text.replaceAll('\r\n', '\r'))],
  ])('is read in %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual(wanted);
  });

  it('is windows-1252 when it is not UTF-8', async () => {
    const bytes = Buffer.from([
      ...Buffer.from('Name,Ward\nSi'),
      0xe2,
      ...Buffer.from('n O'),
      0x92,
      ...Buffer.from('Brien,North\n'),
    ]);
    expect((await cellsOf(bytes))[1]).toEqual(['Siân O’Brien', 'North']);
  });

  it('keeps two columns of one name, quoted commas, newlines and separators', async () => {
    const typed = 'Name,Name\n"Whitfield, Amara","Planning;\nLicensing"\n';
    expect(await cellsOf(typed)).toEqual([
      ['Name', 'Name'],
      ['Whitfield, Amara', 'Planning;\nLicensing'],
    ]);
  });

  it('counts its rows as a spreadsheet does, whatever is empty or quoted', async () => {
    const [sheet] = await readSpreadsheet(Buffer.from('A,B\n"x\ny",1\n\n,,\n z ,2,,,\n'));
    expect(sheet?.rows).toEqual([
      { number: 1, cells: ['A', 'B'] },
      { number: 2, cells: ['x\ny', '1'] },
      { number: 5, cells: ['z', '2'] },
    ]);
  });

  it('says that there are more rows than are taken', async () => {
    const rows = (count: number) => Buffer.from(`Name\n${'A\n'.repeat(count)}`);
    const limits = { ...SHEET_LIMITS, rows: 5000 };
    const [sheet] = await readSpreadsheet(rows(5001), limits);
    expect([sheet?.rows.length, sheet?.more]).toEqual([5000, true]);
    expect((await readSpreadsheet(rows(4999), limits))[0]?.more).toBe(false);
  });

  it('keeps of a long cell as much as shows that it is too long, and half a letter never', async () => {
    const [, [cell, half] = []] = await cellsOf(Buffer.from(`\uFEFFA,B\n${'x'.repeat(5000)},\ud83d\n`, 'utf16le'));
    expect([cell?.length, half]).toEqual([301, '\uFFFD']);
  });

  it('is refused in words that say what to do', async () => {
    expect(await refusal('')).toBe('The file is empty. Choose another one');
    expect(await refusal('\n,,\n')).toMatch('no rows');
    expect(await refusal(`A,B\n"x,1\n${'y,2\n'.repeat(9)}`)).toMatch('A quotation mark is opened and never closed');
    expect(await refusal(Buffer.from([65, 0, 66, 0]))).toMatch('neither a workbook nor a text');
    expect(await refusal('A,'.repeat(200) + 'B')).toMatch('more than 100 columns');
    expect(await refusal('%PDF-1.7')).toMatch('is a PDF');
    expect(await refusal('x'.repeat(20), { ...SHEET_LIMITS, bytes: 10 })).toMatch('must be smaller than');
  });
});

describe('an Excel workbook', () => {
  it('is read as it is shown: shared and inline texts, days by their style, results of formulas', async () => {
    const rows = [
      ['Name', 'From', 'Number', 'Result', 'Rich'],
      [
        'Siân & “Llŷr”',
        { xml: '<v>42863</v>', style: 1 },
        42863,
        { xml: '<f>A1&amp;B1</f><v>Planning</v>', type: 'str' },
        { xml: '<is><r><t>Har</t></r><r><t>bour</t></r><rPh><t>no</t></rPh></is>', type: 'inlineStr' },
      ],
      [
        undefined,
        { xml: '<v>42863.75</v>', style: 2 },
        { xml: '<v>42863</v>', style: 3 },
        { xml: '<f>NOW()</f>' },
        { xml: '<v>#REF!</v>', type: 'e' },
      ],
      [
        { xml: '<v>1</v>', type: 'b' },
        { xml: '<v>2017-05-08T00:00:00</v>', type: 'd' },
      ],
    ];
    expect(await cellsOf(await workbook([{ name: 'Members', rows }]))).toEqual([
      ['Name', 'From', 'Number', 'Result', 'Rich'],
      ['Siân & “Llŷr”', '2017-05-08', '42863', 'Planning', 'Harbour'],
      ['', '2017-05-08', '42863', '=NOW()', '#REF!'],
      ['TRUE', '2017-05-08'],
    ]);
  });

  it('counts days from 1904 where it says so', async () => {
    const rows = [['A'], [{ xml: '<v>41401</v>', style: 1 }]];
    const book =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>';
    expect((await cellsOf(await workbook([{ name: 'A', rows }], { 'xl/workbook.xml': book })))[1]).toEqual([
      '2017-05-08',
    ]);
  });

  it('has several sheets; hidden ones and hidden rows are left out, hidden columns are named', async () => {
    const sheet = (name: string) => ({
      name,
      rows: [
        ['Name', 'Note'],
        ['Ann', 'x'],
        ['Bob', 'y'],
      ],
    });
    const bytes = await workbook([
      { ...sheet('Members'), hiddenRows: [3], hiddenColumns: [2] },
      { ...sheet('Old'), state: 'hidden' },
      sheet('Committees'),
      { name: 'Empty', rows: [] },
    ]);
    const sheets = await readSpreadsheet(bytes);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Members', 2],
      ['Committees', 3],
    ]);
    expect(sheets[0]).toMatchObject({ hiddenRows: 1, hiddenColumns: [1] });
  });

  it('stops one row after the limit', async () => {
    const bytes = await workbook([{ name: 'A', rows: Array.from({ length: 5001 }, (_, at) => [`Member ${at}`]) }]);
    const [sheet] = await readSpreadsheet(bytes, { ...SHEET_LIMITS, rows: 5000 });
    expect([sheet?.rows.length, sheet?.more]).toEqual([5000, true]);
  });

  it('runs no macro and follows no link: what is not a sheet is never looked at', async () => {
    const bytes = await workbook([{ name: 'A', rows: [['Name'], ['Ann']] }], {
      'xl/vbaProject.bin': 'Auto_Open',
      'xl/externalLinks/externalLink1.xml': '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
    });
    expect(await cellsOf(bytes)).toEqual([['Name'], ['Ann']]);
  });

  it('is refused when it would attack, and says so in plain words', async () => {
    const one = [{ name: 'A', rows: [['Name'], ['Ann']] }];
    const entity =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>';
    expect(await refusal(await workbook(one, { 'xl/worksheets/sheet1.xml': entity }))).toMatch('is damaged');
    const bomb = `<worksheet>${' '.repeat(3_000_000)}</worksheet>`;
    const limits = { ...SHEET_LIMITS, unpacked: 1_000_000 };
    expect(await refusal(await workbook(one, { 'xl/worksheets/sheet1.xml': bomb }), limits)).toMatch(
      'too large once it is unpacked',
    );
    const bytes = await workbook(one);
    expect(await refusal(bytes.subarray(0, bytes.length - 40))).toMatch('is damaged');
    expect(await refusal(await workbook(one, { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' }))).toMatch(
      'is damaged',
    );
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toMatch('older Excel file');
    expect(await refusal(await workbook([], { 'xl/workbook.xml': '<x/>' }))).toMatch('no rows');
  });
});
