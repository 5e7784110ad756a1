import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReview } from './read-review.mjs';

const folder = mkdtempSync(join(tmpdir(), 'induct-review-'));
const facts = new Map([['gift_threshold', { label: 'Gift threshold' }]]);
const review = (text: string) => {
  writeFileSync(join(folder, 'REVIEW.md'), text);
  return readReview(folder, facts);
};

it('lists what the monitoring officer has to look at, as plain text, by what it asks for', () => {
  const items = review(
    `# What to check in "Gifts"

For the monitoring officer.

## Facts to confirm before publishing

- **Gifts** (04): the *sum* is £50,
  or [lower](https://example.org).
- The register is open.

## What differs between councils and must be localised

- The keys gift_threshold and other_key.

## What is expected to change in law

- A Bill.
`,
  );
  expect(items.map(({ asks, text }) => [asks, text])).toEqual([
    ['confirm', 'Gifts (04): the sum is £50, or lower.'],
    ['confirm', 'The register is open.'],
    ['localise', 'The keys Gift threshold and other_key.'],
    ['watch', 'A Bill.'],
  ]);
});

it('knows an item again by its words, wherever it stands', () => {
  const [before] = review('## Facts to confirm\n\n- The sum is £50.\n');
  const [other, after] = review('## Facts to confirm\n\n- Another.\n- The sum is £50.\n');
  expect(after!.id).toBe(before!.id);
  expect(other!.id).not.toBe(before!.id);
  expect(review('## Facts to confirm\n\n- The sum is £60.\n')[0]!.id).not.toBe(before!.id);
});
