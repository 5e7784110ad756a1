import { bodyFromMarkdown, bodyToMarkdown, oneLine } from './light-text';

/** What REVIEW.md asks the monitoring officer, under the headings by which the kit knows it. */
export const REVIEW_PARTS = [
  { part: 'confirm', heading: 'Facts to confirm before publishing', known: /confirm/i },
  { part: 'localise', heading: 'What differs between councils', known: /differs|localis/i },
  { part: 'watch', heading: 'What is expected to change in law', known: /expected|change in law/i },
] as const;
export type ReviewPart = (typeof REVIEW_PARTS)[number]['part'];
export type Review = Readonly<Record<ReviewPart, readonly string[]>> & {
  /** What stands above them: for whom it is. */
  intro: string;
};

/** @returns undefined when it holds something that is no list under one of the three headings */
export function readReview(text: string): Review | undefined {
  const review: Record<ReviewPart, string[]> = { confirm: [], localise: [], watch: [] };
  const [first = '', ...sections] = text.split(/^## /m);
  const intro = bodyFromMarkdown(first.replace(/^# [^\n]*/, ''));
  for (const section of sections) {
    const [heading = '', ...lines] = section.split('\n');
    const part = REVIEW_PARTS.find(({ known }) => known.test(heading))?.part;
    if (!part) return undefined;
    for (const line of lines) {
      const [, item] = /^[-*] +(.+)$/.exec(line) ?? [];
      if (item) review[part].push(item.trim());
      else if (/^ +\S/.test(line) && review[part].length > 0) review[part].push(`${review[part].pop()} ${line.trim()}`);
      else if (line.trim() !== '') return undefined;
    }
  }
  return { intro, ...review };
}

export const writeReview = (title: string, review: Review): string =>
  [
    `# What to check in "${title}"`,
    ...(review.intro === '' ? [] : [bodyToMarkdown(review.intro)]),
    ...REVIEW_PARTS.flatMap(({ part, heading }) =>
      review[part].length === 0 ? [] : [`## ${heading}`, review[part].map((item) => `- ${oneLine(item)}`).join('\n')],
    ),
  ].join('\n\n') + '\n';
