import { csvOf } from '../../lists/list';
import { jsonOf } from '../../lists/list-json';
import { PROGRESS_FILE } from './progress.file';
import type { ProgressRow } from './progress.queries';

const row: ProgressRow = {
  personId: 'x',
  name: '=HYPERLINK("http://evil.example")',
  group: 'Green',
  module: 'Planning, part 1',
  slug: 'planning',
  completion: 'incomplete',
  success: 'unknown',
  score: null,
  progress: 0.333,
  learningSeconds: 1500,
  timeMeasured: true,
  recordedAt: new Date('2026-11-22T14:32:00Z'),
  completedAt: null,
};

async function* batches() {
  yield await Promise.resolve([row]);
}

it('writes the list as UTF-8 with a byte order mark, safe to open in a spreadsheet', async () => {
  let file = '';
  for await (const piece of csvOf(PROGRESS_FILE, batches())) file += piece;
  expect(file).toBe(
    '\uFEFFName,Political group,Module,Status,Score (%),Done (%),Learning time (minutes),Learning time is,Last recorded,Completed,Retake by\r\n' +
      `"'=HYPERLINK(""http://evil.example"")",Green,"Planning, part 1",In progress,,33.3,25,measured,2026-11-22 14:32,,\r\n`,
  );
});

it('writes the same as JSON: texts as they are, moments in UTC, null for what is not there', async () => {
  let file = '';
  for await (const piece of jsonOf(PROGRESS_FILE, batches())) file += piece;
  expect(JSON.parse(file)).toMatchObject({
    rows: [
      {
        name: '=HYPERLINK("http://evil.example")',
        politicalGroup: 'Green',
        module: 'Planning, part 1',
        status: 'In progress',
        score: null,
        done: 33.3,
        learningTimeMinutes: 25,
        learningTimeIs: 'measured',
        lastRecorded: '2026-11-22T14:32:00.000Z',
        completed: null,
        retakeBy: null,
      },
    ],
  });
});
