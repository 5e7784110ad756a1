import type { Activity, ActivityTree, SequencingElement } from '../activity/activity-tree';
import { ACTIONS, CONDITIONS, ROLLUP_ACTIONS } from '../sequencing/read-definition';
import { childOf } from '../sequencing/read-elements';
import { TIME_LIMITS, timeLimitsOf } from '../sequencing/read-time-limits';
import { editionRules } from '../activity/edition-rules';
import type { PackageFinding } from './package-finding';

const MOST_NAMED = 3;
/** Of a package: each step of a learner may ask all of them. Many parts may have the same ones, which are written once. */
const MOST_RULES = 20_000;

/** What a SCORM 2004 package asks of the order of its parts that is not kept. */
export function notesOnSequencing(tree: ActivityTree): PackageFinding[] {
  if (tree.standard !== 'scorm_2004') return [];
  const activities = all(tree.root);
  const unknown = activities.filter((activity) => unknownWords(activity.sequencing).length > 0);
  const timed = activities.filter(({ sequencing }) => timeLimitsOf(limitsIn(sequencing)));
  const unread = activities.filter(({ sequencing }) => hasUnreadLimits(limitsIn(sequencing)));
  const words = [...new Set(unknown.flatMap(({ sequencing }) => unknownWords(sequencing)))];
  return [
    ...tooManyRules(activities),
    ...ofALaterEdition(tree, activities),
    ...noted(unknown, 'unknown-rules', 'warning', (titles) => ({
      message: `There are rules in ${titles} that SCORM 2004 does not know (${listed(words)}). They are left out.`,
      remedy: 'Try in a preview whether members are led where they should be, or ask its author.',
    })),
    ...noted(timed, 'time-limits', 'note', (titles) => ({
      message:
        `The package limits how long, or between which dates, ${titles} may be taken. ` +
        (tree.needsSequencing
          ? 'Who has used up the time, or comes outside the dates, cannot begin it again; what was begun can be gone on with, and the content is told what time it allows.'
          : 'In a module of one part nobody is kept out by that; the content is told what time it allows.'),
      remedy: tree.needsSequencing
        ? 'If members should be able to come back to it at any time, ask its author for an export without these limits.'
        : '',
    })),
    ...noted(unread, 'unread-time-limits', 'warning', (titles) => ({
      message: `A limit of time for ${titles} is no duration or date that could be read. It is left out.`,
      remedy: 'Ask its author what was meant.',
    })),
  ];
}

/** The declared edition decides: what only a later one knows is left out. */
function ofALaterEdition({ edition }: ActivityTree, activities: readonly Activity[]): PackageFinding[] {
  const rules = editionRules(edition);
  const asks = activities.filter(
    ({ stores = [], sequencing }) =>
      (stores.length > 0 && !rules.sharesData) || (hasFurtherMaps(sequencing) && !rules.sharesAllOfObjectives),
  );
  return noted(asks, 'later-edition', 'warning', (titles) => ({
    message: `The package follows SCORM 2004 ${edition} Edition, and lets ${titles} share texts, scores or progress as only the 4th Edition can. That is left out.`,
    remedy: 'If something does not work, ask its author to export it as SCORM 2004 4th Edition.',
  }));
}

/** adlseq:objectives. */
const hasFurtherMaps = (sequencing: SequencingElement | undefined): boolean =>
  sequencing !== undefined &&
  elements(sequencing).some(({ attributes }) =>
    Object.keys(attributes).some((name) => /^(read|write)(raw|min|max|completion|progress)/i.test(name)),
  );

function tooManyRules(activities: readonly Activity[]): PackageFinding[] {
  const count = activities.reduce((sum, { sequencing }) => sum + (sequencing ? rulesIn(sequencing) : 0), 0);
  if (count <= MOST_RULES) return [];
  return [
    {
      code: 'too-many-rules',
      severity: 'refused',
      message: `The package sets ${count.toLocaleString('en-GB')} rules for the order of its parts; up to ${MOST_RULES.toLocaleString('en-GB')} are taken.`,
      remedy: 'Ask the author for fewer rules, or split the module into several packages.',
      where: 'imsmanifest.xml',
    },
  ];
}

/** Rules, and objectives that are told to others or read from them. */
const rulesIn = ({ name, children }: SequencingElement): number =>
  children.reduce(
    (sum, child) => sum + rulesIn(child),
    /^((pre|post|exit)condition|rollup)rule$|^mapinfo$/i.test(name) ? 1 : 0,
  );

function noted(
  activities: readonly Activity[],
  code: string,
  severity: PackageFinding['severity'],
  say: (titles: string) => Pick<PackageFinding, 'message' | 'remedy'>,
): PackageFinding[] {
  const [first] = activities;
  if (!first) return [];
  return [{ code, severity, ...say(listed(activities.map(({ title }) => title))), where: first.id }];
}

function listed(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).map((name) => `“${name.slice(0, 80)}”`);
  const others = names.length - named.length;
  return named.join(', ') + (others > 0 ? ` and ${others} more` : '');
}

/** Actions and conditions, as they are written. */
function unknownWords(sequencing: SequencingElement | undefined): string[] {
  const parts = sequencing ? elements(sequencing) : [];
  return parts.flatMap((element) =>
    Object.entries(KNOWN).flatMap(([name, [attribute, known]]) => {
      const inner = element.children.filter((child) => child.name.toLowerCase() === name.toLowerCase());
      const words = inner.map(({ attributes }) => attributes[attribute]?.trim() ?? '');
      const allowed = typeof known === 'function' ? known(element.name) : known;
      return words.filter((word) => !allowed.includes(word));
    }),
  );
}

/** By the name of an element: its attribute, and what may stand in it, which may depend on what it stands in. */
const KNOWN: Readonly<Record<string, [string, readonly string[] | ((within: string) => readonly string[])]>> = {
  ruleAction: ['action', (within) => actionsOf(within)],
  rollupAction: ['action', ROLLUP_ACTIONS],
  ruleCondition: ['condition', CONDITIONS],
  rollupCondition: ['condition', CONDITIONS],
};

function actionsOf(rule: string): readonly string[] {
  const kind = Object.keys(ACTIONS).find((name) => name.toLowerCase() === rule.toLowerCase());
  return kind === undefined ? [] : ACTIONS[kind]!;
}

const limitsIn = (sequencing: SequencingElement | undefined): Record<string, string> =>
  childOf(sequencing, 'limitConditions')?.attributes ?? {};

const hasUnreadLimits = (limits: Record<string, string>): boolean =>
  TIME_LIMITS.some((name) => limits[name] !== undefined && !timeLimitsOf({ [name]: limits[name] }));

const elements = (element: SequencingElement): SequencingElement[] => [element, ...element.children.flatMap(elements)];
const all = (activity: Activity): Activity[] => [activity, ...activity.children.flatMap(all)];
