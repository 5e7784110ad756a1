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

it('has the first chapters in Welsh too, section by section, and says that nobody has read it', () => {
  const read = (name: string) => handbookChapters(readFileSync(join(projectRoot, 'content/handbook', name), 'utf8'));
  const welsh = read('northmoor.cy.md');
  const sectionsOf = ({ sections }: { sections: readonly unknown[] }) => sections.length;
  expect(welsh.map(sectionsOf)).toEqual(read('northmoor.md').slice(0, 2).map(sectionsOf));
  expect(welsh.every(({ body }) => body.includes('nid oes cyfieithydd wedi’i ddarllen eto'))).toBe(true);
});

it('has a handbook of a county in nine chapters, with something in each section', () => {
  const chapters = handbookChapters(readFileSync(join(projectRoot, 'content/handbook/northmoor.md'), 'utf8'));
  const sections = chapters.flatMap((chapter) => chapter.sections);
  expect([chapters.length, sections.every(({ body }) => body !== '')]).toEqual([9, true]);
  expect(sections.flatMap(({ questions }) => questions).length).toBeGreaterThan(0);
});
