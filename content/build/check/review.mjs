import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Review dates, and the list of what the monitoring officer has to look at. */
export function checkReview({ folder, about }, today, problems) {
  const review = join(folder, 'REVIEW.md');
  if (!existsSync(review))
    problems.add(review, undefined, 'This file is missing: what must the monitoring officer check?');
  else if (!readFileSync(review, 'utf8').startsWith('# What to check in '))
    problems.add(review, 1, 'It begins with "# What to check in …" and the title of the module');
  if (!about) return;
  const { reviewed, reviewBy } = about.value;
  if (reviewBy < today) problems.add(about.file, about.lineOf(['reviewBy']), `Its review was due on ${reviewBy}`);
  if (reviewBy <= reviewed)
    problems.add(about.file, about.lineOf(['reviewBy']), 'The next review is before the last one');
  if (reviewed > today)
    problems.add(about.file, about.lineOf(['reviewed']), `It was not reviewed on ${reviewed}, which is still to come`);
}
