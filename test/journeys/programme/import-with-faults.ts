import { resolve } from 'node:path';
import { hand } from '../accreditation/forms';
import { says, type Stage } from '../accreditation/stage';
import { step } from '../step';

const YEAR = 'content/programme/programme-2017-18.csv';

/** The programme of 2017, with all that was wrong with it: each row says what, a press mends eight, and it is imported once. */
export async function importWithFaults({ ruth }: Stage): Promise<void> {
  await step('an officer uploads the programme of a year', async () => {
    await ruth.open('/admin/programme-imports');
    await hand(ruth, 'file', resolve(YEAR));
    await ruth.type('begins-month', '5');
    await ruth.type('begins-year', '2017');
    await ruth.shoot('import-a-programme');
    await ruth.press('Look at every row');
    await says(
      ruth,
      'Import 65 sessions and 1 fixed date',
      'Rows that ask something (14)',
      'Every date of it is past.',
    );
  });
  await step('each row says what is wrong with it', async () => {
    await ruth.page.select('#show', 'asks');
    await ruth.pressAt('main form[role=search] button');
    await ruth.shoot('rows-that-ask');
    await says(ruth, 'Showing all 14', '1 again, or 3?', 'Move all 8 to the nearest such weekday');
  });
  await step('eight wrong weekdays are mended by one press', async () => {
    await ruth.press('Move all 8 to the nearest such weekday');
    await says(ruth, 'Rows that ask something (6)');
    await ruth.shoot('eight-are-mended');
  });
  await step('it is imported, everything at once', async () => {
    await ruth.press('Import 65 sessions and 1 fixed date');
    await ruth.shoot('imported');
    await says(ruth, 'Imported by Ruth Calloway', '65 sessions and 1 fixed date');
  });
}
