import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from '../step';
import { hand, select } from './forms';
import { doesNotSay, says, type Stage } from './stage';

const HEADINGS = 'Name,Name,Email,Committee,Role,From,Until';
/** What is wrong with a row, and what its preview says to do about it; mended it stands behind. */
const BAD: readonly { row: string; says: string; mended: string | null }[] = [
  {
    row: 'Bernard Gallagher,Mrs Ames,,Planing Committee,Member,1 December 2026,',
    says: 'Planing Committee',
    mended: 'Bernard Gallagher,Mrs Ames,,Planning Committee,Member,1 December 2026,',
  },
  {
    row: '"=HYPERLINK(""http://example.com"",""Gwen"")",Mrs Ames,,Licensing Committee,Member,1 December 2026,',
    says: 'holds a formula',
    mended: 'Gwen Gallagher,Mrs Ames,,Licensing Committee,Member,1 December 2026,',
  },
  {
    row: 'Catrin Adeyemi,Mr Best,,Standards Committee,Member,1 December 2026,1 June 2026',
    says: 'before it starts',
    mended: 'Catrin Adeyemi,Mr Best,,Standards Committee,Member,1 December 2026,1 June 2027',
  },
  {
    row: 'Maeve Bostock,Mr Best,,Standards Committee,Member,8 May 17,',
    says: 'two digits',
    mended: 'Maeve Bostock,Mr Best,,Standards Committee,Member,1 December 2026,',
  },
  {
    row: 'Nikhil Hargreaves,Mr Best,,Standards Committee,Member,12/31/2026,',
    says: 'no month 31',
    mended: 'Nikhil Hargreaves,Mr Best,,Standards Committee,Member,31/12/2026,',
  },
  {
    row: 'Queenie Begum,Mr Best,,Standards Committee,Grand Vizier,1 December 2026,',
    says: 'no capacity that is known',
    mended: 'Queenie Begum,Mr Best,,Standards Committee,Member,1 December 2026,',
  },
  {
    row: 'Rosalind Achterberg,Mrs Ames,,Licensing Committee,Member,1 December 2026,',
    says: 'email address',
    mended:
      'Rosalind Achterberg,Mrs Ames,rosalind.achterberg@northmoor.example,Licensing Committee,Member,1 December 2026,',
  },
  {
    row: 'Patrick Mehta,Mrs Ames,patrick at northmoor,Licensing Committee,Member,1 December 2026,',
    says: 'no email address',
    mended: 'Patrick Mehta,Mrs Ames,,Licensing Committee,Member,1 December 2026,',
  },
  {
    row: 'Imogen Okonkwo,Mrs Ames,,Licensing Committee,Member,1 December 2026,',
    says: 'Delete one of the two rows',
    mended: null,
  },
];
/** A day in words, of eight years ago, is no mistake. */
const GOOD = [
  'Imogen Okonkwo,Mrs Ames,,Licensing Committee,Member,1 December 2026,',
  'Zoe Osei,Mr Best,,Standards Committee,Member,"Tuesday, 1st of December 2026",',
  'Amara Whitfield,Mrs Ames,,Licensing Committee,Member,23 May 2017,6 May 2021',
];

/** A list with nine rows that cannot be right: each says what to do, nothing is written, and mended it is accepted. */
export async function importWithBadRows({ ruth, folder }: Stage): Promise<void> {
  const file = (name: string, rows: readonly string[]) => {
    const path = join(folder, name);
    writeFileSync(path, [HEADINGS, ...rows, ''].join('\r\n'));
    return path;
  };
  await step('an officer uploads a list, and is asked which of two columns holds the name', async () => {
    await ruth.open('/admin/memberships/import');
    await ruth.shoot('import-members');
    await hand(ruth, 'list', file('committees.csv', [...GOOD, ...BAD.map(({ row }) => row)]));
    await ruth.press('Upload and look at it');
    await ruth.shoot('two-columns-called-name');
    await says(ruth, '“Name” (column 1) and “Name” (column 2) could each be “Full name”');
    await ruth.page.select('#column-0', 'name');
    await ruth.page.select('#column-1', '');
  });
  await step('every row says what happens, or what to do', async () => {
    await ruth.press('Look at every row');
    await ruth.shoot('nine-rows-with-a-problem');
    await says(ruth, 'Leave out the 9 rows with a problem', ...BAD.map(({ says: words }) => words));
    await select(ruth, 'outcome', 'Problem');
  });
  await step('nothing was written', async () => {
    await ruth.open('/admin/people?search=Achterberg');
    await doesNotSay(ruth, 'Rosalind Achterberg');
  });
  await step('the mended file has no problem; its columns are known by now', async () => {
    const mended = BAD.flatMap((bad) => (bad.mended === null ? [] : [bad.mended]));
    await ruth.open('/admin/memberships/import');
    await hand(ruth, 'list', file('committees-mended.csv', [...GOOD, ...mended]));
    await ruth.press('Upload and look at it');
    await says(ruth, 'The columns are matched as they were the last time');
    await ruth.press('Look at every row');
    await ruth.shoot('the-mended-list');
    await doesNotSay(ruth, 'with a problem');
  });
  await step('it is accepted, and everything is written at once', async () => {
    await ruth.press('Apply ');
    await ruth.shoot('the-list-is-applied');
    await says(ruth, /Applied by Ruth Calloway/, /changes were written/);
    await ruth.open('/admin/people?search=Achterberg');
    await says(ruth, 'Rosalind Achterberg');
    await ruth.open('/admin/memberships/import');
    await ruth.shoot('earlier-lists');
    const lists = await ruth.text();
    assert.match(lists, /committees-mended\.csv/);
  });
}
