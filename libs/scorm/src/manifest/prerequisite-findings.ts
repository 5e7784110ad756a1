import type { ActivityTree } from '../activity/activity-tree';
import { type BadPrerequisites, badPrerequisites, prerequisitesOf } from '../prerequisites/prerequisites';
import type { PackageFinding } from './package-finding';

const MOST_NAMED = 3;
const askTheAuthor = 'Ask its author, or try in a preview whether the parts also make sense in another order.';

/** What is worth saying about the prerequisites of a SCORM 1.2 package. */
export function notesOnPrerequisites(tree: ActivityTree): PackageFinding[] {
  const root = prerequisitesOf(tree);
  if (!root) return [];
  const bad = badPrerequisites(root);
  const about = (why: BadPrerequisites['why']) => bad.filter((one) => one.why === why);
  return [
    {
      code: 'prerequisites',
      severity: 'note',
      message: 'Some parts open only when others are done. Members see in the contents what has to be done first.',
      remedy: 'Try it in a preview: what looks like a fault may be a rule.',
      where: 'imsmanifest.xml',
    },
    ...unreadablePrerequisites(about('unreadable')),
    ...noted(
      'prerequisites-unknown',
      about('unknown'),
      (parts, it) =>
        `What has to be done before ${parts} names parts that the package does not have. ${it} can be opened at any time.`,
    ),
    ...noted(
      'prerequisites-never-met',
      about('never'),
      (parts, it) =>
        `What has to be done before ${parts} can never be done: parts wait for each other. ${it} can be opened when everything else is done.`,
    ),
  ];
}

/** Also of those that are written in another language than SCORM's. */
export function unreadablePrerequisites(parts: readonly { id: string; title: string }[]): PackageFinding[] {
  return noted(
    'prerequisites-unreadable',
    parts,
    (titles, it) =>
      `What has to be done before ${titles} is not written as SCORM 1.2 asks. ${it} can be opened at any time.`,
  );
}

function noted(
  code: string,
  parts: readonly { id: string; title: string }[],
  message: (titles: string, it: string) => string,
): PackageFinding[] {
  if (parts.length === 0) return [];
  const named = parts.slice(0, MOST_NAMED).map(({ title }) => `“${title}”`);
  const others = parts.length - named.length;
  const last = others > 0 ? `${others} more` : named.pop()!;
  const titles = named.length === 0 ? last : `${named.join(', ')} and ${last}`;
  const it = parts.length === 1 ? 'It' : 'They';
  return [{ code, severity: 'warning', message: message(titles, it), remedy: askTheAuthor, where: parts[0]!.id }];
}
