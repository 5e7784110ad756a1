import { quoted } from './phrases';
import type { Setting, SettingChange } from './setting-changes';

const NAMES: Record<Exclude<Setting, 'sequencing' | 'prerequisites'>, string> = {
  mastery: 'the mark needed to pass',
  passingScore: 'the mark needed to pass',
  completionThreshold: 'the share that must be done to complete it',
  launchAddress: 'the address it is opened with',
  launchData: 'the launch data it is given',
  timeLimit: 'the time allowed',
  visible: 'whether the contents list it',
  kind: 'whether it reports what the learner does',
};

const percent = (share: string) => `${Math.round(Number(share) * 1000) / 10}%`;

/** How a value of a setting is said; others are quoted. */
const VALUES: Partial<Record<Setting, (value: string) => string>> = {
  mastery: (value) => `${value} of 100`,
  passingScore: percent,
  completionThreshold: percent,
  visible: (value) => value,
  kind: (value) => (value === 'sco' ? 'it reports' : 'it does not report'),
};

/** A sentence about one setting of one part. */
export function settingInWords({ title, setting, before, after }: SettingChange): string {
  if (setting === 'sequencing') return ruleInWords(title, before, after);
  if (setting === 'prerequisites') return opensInWords(title, before, after);
  const say = VALUES[setting] ?? quoted;
  const name = NAMES[setting];
  if (before === null) return `${quoted(title)}: ${name} is now ${say(after!)}; before there was none.`;
  if (after === null) return `${quoted(title)}: ${name} is not set any more; it was ${say(before)}.`;
  return `${quoted(title)}: ${name} is now ${say(after)}; it was ${say(before)}.`;
}

function opensInWords(title: string, before: string | null, after: string | null): string {
  const was = before === null ? 'at any time' : `when ${before}`;
  return after === null
    ? `${quoted(title)} now opens at any time; before, ${was}.`
    : `${quoted(title)} now opens when ${after}; before, ${was}.`;
}

/** Of its order: a sentence that begins with the part, and what it says of itself. */
function ruleInWords(title: string, before: string | null, after: string | null): string {
  if (before === null && after === null)
    return `${quoted(title)}: its rules of order, objectives or rollup are others.`;
  if (before === null) return `${quoted(title)}, new: ${after}`;
  if (after === null) return `${quoted(title)}, no longer: ${before}`;
  return `${quoted(title)}, now: ${after} Before: ${before}`;
}
