import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import { handbookChapters } from './handbook-chapters';

it('reads chapters, their sections and the questions in them', () => {
  const source =
    '# One\n\nLead.\n\n## First\n\nText.\n\n### Heading\n\nMore.\n\n### Asked for 90 days: When?\n\nNow.\n\n## Second\n';
  const question = { title: 'When?', body: 'Now.', days: 90 };
  expect(handbookChapters(source)).toEqual([
    {
      title: 'One',
      body: 'Lead.',
      sections: [
        { title: 'First', body: 'Text.\n\n### Heading\n\nMore.', questions: [question] },
        { title: 'Second', body: '', questions: [] },
      ],
    },
  ]);
});

it('has a handbook of a county in nine chapters, with something in each section', () => {
  const chapters = handbookChapters(readFileSync(join(projectRoot, 'content/handbook/northmoor.md'), 'utf8'));
  const sections = chapters.flatMap((chapter) => chapter.sections);
  expect([chapters.length, sections.every(({ body }) => body !== '')]).toEqual([9, true]);
  expect(sections.flatMap(({ questions }) => questions).length).toBeGreaterThan(0);
});
