import { type AskedRequirement, type Validity, validityOf } from '@induct/accreditation';
import { britishDate, britishTimeAndDate, learningTime } from '@induct/platform';
import { resultDetail, standing, STANDING_KINDS, STANDING_NAMES, standingRecorded } from '../progress/standing';
import { doubtsInWords, lookInWords } from './doubts';
import type { Member, MemberAttempt, MemberCertificate, MemberModule } from './member.queries';
import { whyNotComplete } from './why';
import { counted } from '../../words/counted';
import { type Column, wholeListView } from '../../lists/list';
import type { Tag } from '../../words/tag';

const CERTIFICATE_TAGS: Record<Validity, Tag> = {
  valid: { text: 'Valid', kind: 'done' },
  expired: { text: 'Expired', kind: 'todo' },
  suspended: { text: 'Suspended', kind: 'warning' },
  replaced: { text: 'Replaced', kind: 'going' },
  revoked: { text: 'Revoked', kind: 'bad' },
};

interface Around {
  today: string;
  letters: string;
  groupColour?: string | null;
  asked: readonly AskedRequirement[];
}

/**
 * Everything an officer sees about one member.
 * @param today the day in London: `2026-11-22`
 * @param groupColour of their political group
 * @param letters how often they want to be asked by letter: only they choose it
 * @param asked what is asked of them, and where they stand with it
 */
export function memberView(
  member: Member,
  modules: readonly MemberModule[],
  certificates: readonly MemberCertificate[],
  { today, letters, groupColour = null, asked }: Around,
) {
  const core = asked.filter(({ isCore }) => isCore);
  const open = coursesOf(asked, false);
  const met = coursesOf(asked, true);
  const anew = coursesOf(
    asked.filter(({ before }) => before !== undefined),
    false,
  );
  const never = modules.filter((module) => !isOpened(module));
  const metElsewhere = (module: MemberModule) => met.has(module.courseId) && !open.has(module.courseId);
  const neverOpened = (isWanted: (module: MemberModule) => boolean) => never.filter(isWanted).map(({ title }) => title);
  return {
    name: member.name,
    details: `/admin/people/${member.id}`,
    byHand: `/admin/by-hand/new?person=${member.id}`,
    about: [
      { key: 'Political group', value: member.group ?? 'No group', mark: groupColour },
      ...(member.division ? [{ key: 'Division', value: member.division }] : []),
      ...(member.district ? [{ key: 'District', value: member.district }] : []),
      { key: 'Email', value: member.email },
      { key: 'Letters that ask', value: letters },
    ],
    /** As the member reads it on their own pages. */
    core: core.length > 0 && `${core.filter((one) => one.met).length} of ${counted(core.length, 'core skill')} met.`,
    modules: modules.filter(isOpened).map((module) => ({
      ...memberModuleView(member.id, module),
      countsNoMore: open.has(module.courseId) && wouldCount(module) && !anew.has(module.courseId),
      /** Nothing was withdrawn: what it was for is over. */
      isAnew: anew.has(module.courseId) && wouldCount(module),
    })),
    /** Of these there is no more to say than what they are called. */
    never: [
      { heading: 'Core skills modules never opened', titles: neverOpened((one) => one.core && !metElsewhere(one)) },
      { heading: 'Never opened, and met in another way', titles: neverOpened(metElsewhere) },
      { heading: 'Further modules never opened', titles: neverOpened((one) => !one.core && !metElsewhere(one)) },
    ].filter(({ titles }) => titles.length > 0),
    evidence: `/admin/members/${member.id}/evidence`,
    enter: `/admin/members/${member.id}/enter`,
    certificates: certificates.map(({ number, state, issuedAt, validUntil }) => ({
      number,
      href: `/admin/certificates/${number}`,
      tag: CERTIFICATE_TAGS[validityOf({ state, validUntil }, today)],
      issued: britishDate(issuedAt),
      until: validUntil === null ? 'without an end date' : `valid until ${britishDate(validUntil)}`,
    })),
  };
}

const isOpened = (module: MemberModule): boolean => standing(module) !== 'not_started' || module.attempts.length > 0;

/** Completed, and no officer has to look at it first, or has said that it does not count. */
const wouldCount = ({ completedAt, attempts }: MemberModule): boolean =>
  completedAt !== null && attempts.every(({ doubts, look }) => (look ? look.counts : doubts === null));

const coursesOf = (asked: readonly AskedRequirement[], isMet: boolean): ReadonlySet<string> =>
  new Set(
    asked
      .filter(({ met }) => (met !== undefined) === isMet)
      .flatMap(({ ways }) => ways.flatMap(({ courseId }) => courseId ?? [])),
  );

function memberModuleView(personId: string, module: MemberModule) {
  const now = standing(module);
  return {
    title: module.title,
    core: module.core,
    tag: { text: STANDING_NAMES[now], kind: STANDING_KINDS[now] },
    detail: resultDetail(module),
    recorded: now === 'not_started' ? undefined : standingRecorded(module),
    time: module.learningSeconds
      ? timeOf({
          learningSeconds: module.learningSeconds,
          timeMeasured: module.attempts.some(({ timeMeasured }) => timeMeasured),
        })
      : undefined,
    why: whyNotComplete(module),
    doubts: doubtsInWords(module.attempts),
    looks: module.attempts.flatMap((attempt) => lookInWords(attempt) ?? []),
    toLook: module.attempts
      .filter(({ doubts, look }) => doubts !== null && look === null)
      .map(({ id, number }) => ({ number, href: `/admin/members/${personId}/looks/${id}` })),
    again: Boolean(module.retake),
    withdrawn: module.published === null,
    timeline: module.attempts.length > 0 ? `/admin/members/${personId}/timelines/${module.courseId}` : undefined,
    attempts: wholeListView(ATTEMPTS, module.attempts, 'Attempts, newest first'),
  };
}

/** A module that reports no time gets what was seen, and it is said. */
function timeOf({ learningSeconds, timeMeasured }: Pick<MemberAttempt, 'learningSeconds' | 'timeMeasured'>): string {
  return `${learningTime(learningSeconds)}${timeMeasured ? ' (measured)' : ''}`;
}

const ATTEMPTS: readonly Column<MemberAttempt>[] = [
  { head: 'Attempt', cell: ({ number }) => String(number) },
  { head: 'Of', cell: ({ version }) => (version === null ? '–' : `Version ${version}`) },
  { head: 'Begun', cell: ({ startedAt }) => britishDate(startedAt) },
  {
    head: 'Result',
    cell: (attempt) => [STANDING_NAMES[standing(attempt)], resultDetail(attempt)].filter(Boolean).join(', '),
  },
  { head: 'Recorded', cell: ({ recordedAt }) => (recordedAt ? britishTimeAndDate(recordedAt) : '–') },
  { head: 'Learning time', cell: timeOf },
];
