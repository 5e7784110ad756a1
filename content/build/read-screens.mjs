import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLaw } from './law/register.mjs';
import { renderMarkdown } from './markdown.mjs';
import { readingMinutes } from './reading-time.mjs';

/**
 * The screens in the order of their numbers: 01-welcome.md, 02-principles.md …
 * @param questions the knowledge checks, or undefined when they could not be read
 */
export function readScreens(folder, questions, council, problems) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'REVIEW.md')
    .toSorted();
  const law = readLaw(problems);
  if (names.length === 0) problems.add(folder, undefined, 'There are no screens: write files like 01-welcome.md');
  return names.flatMap((name, index) => {
    const file = join(folder, name);
    const [, id] = /^\d\d-([a-z][a-z0-9-]*)\.md$/.exec(name) ?? [];
    if (!id) return problems.add(file, undefined, 'Name a screen like 01-welcome.md') ?? [];
    const source = readFileSync(file, 'utf8');
    const [, title] = /^# (.+)$/m.exec(source.split('\n')[0]) ?? [];
    if (!title) return problems.add(file, 1, 'The first line is the title of the screen, like "# Welcome"') ?? [];
    const env = {
      folder,
      council,
      questions,
      law,
      lawNamed: [],
      problem: (line, message) => problems.add(file, line + 1, message),
      passages: [],
      checks: [],
      scenarios: [],
      followed: 0,
      defined: [],
      pictures: [],
      media: [],
      councils: 0,
      factLines: [],
    };
    // The title's line stays, empty, so that line numbers are those of the file.
    const html = renderMarkdown(source.replace(/^.*/, ''), env);
    const { checks, scenarios, followed, defined, pictures, media, councils, factLines, passages, lawNamed } = env;
    const found = { checks, scenarios, followed, defined, pictures, media, councils, factLines, passages, lawNamed };
    return { id, number: index + 1, title, file, html, ...found, minutes: readingMinutes(html, checks.length) };
  });
}
