import { CSV_BEGIN, csvLine } from '@induct/platform';
import { sortableMoment } from '../../words/when';
import type { ProgressRow } from './progress.queries';
import { scoreToShow, shareDone, standing, STANDING_NAMES } from './standing';

const HEADS = [
  'Name',
  'Political group',
  'Module',
  'Status',
  'Score (%)',
  'Done (%)',
  'Learning time (minutes)',
  'Learning time is',
  'Last recorded',
  'Completed',
  'Retake by',
];

const line = (row: ProgressRow): string =>
  csvLine([
    row.name,
    row.group,
    row.module,
    STANDING_NAMES[standing(row)],
    scoreToShow(row),
    tenths(shareDone(row)),
    row.learningSeconds === null ? null : Math.round(row.learningSeconds / 60),
    row.learningSeconds === null ? null : row.timeMeasured ? 'measured' : 'reported',
    row.recordedAt && sortableMoment(row.recordedAt),
    row.completedAt && sortableMoment(row.completedAt),
    row.retake?.by,
  ]);

const tenths = (share: number | null) => (share === null ? null : Math.floor(share * 1000 + 1e-6) / 10);

/** The list as a file, piece by piece. */
export async function* progressCsv(batches: AsyncIterable<ProgressRow[]>): AsyncGenerator<string> {
  yield CSV_BEGIN + csvLine(HEADS);
  for await (const rows of batches) yield rows.map(line).join('');
}
