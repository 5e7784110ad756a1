import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReview, writeReview } from './review-text';

const content = join(__dirname, '../../../../content');
const shipped = globSync('{courses/*,build/starter}/REVIEW.md', { cwd: content }).map((path) =>
  readFileSync(join(content, path), 'utf8'),
);

it('reads every list for the monitoring officer that ships, and writes it so that it reads as it did', () => {
  expect(shipped.length).toBeGreaterThan(15);
  for (const text of shipped) {
    const review = readReview(text)!;
    expect(review.confirm.length).toBeGreaterThan(0);
    expect(readReview(writeReview('Any', review))).toEqual(review);
  }
});

it('leaves alone what is no such list', () => {
  expect(readReview('# What to check\n\n## Facts to confirm\n\n- One\n\nSome words.\n')).toBeUndefined();
  expect(readReview('# What to check\n\n## Something else\n\n- One\n')).toBeUndefined();
});
