import type { RefreshPolicy } from '@induct/course';
import { britishDate } from '@induct/platform';
import type { Refusal } from '@induct/steering';
import { counted } from '../../counted';
import type { FormProblems } from '../../form-problems';
import { concernsAnybody, halfWayElsewhere, whomItConcerns } from './concerns.view';
import { describeFields } from './describe.form';
import type { PublishFields, PublishOrder } from './publish-order';
import { NOTE_LIMIT } from './refresh.form';
import { versionHref } from '../version/version-href';
import type { Concerned, VersionPage } from '../version/version.queries';

/** How the version comes to be published: signed off by testers, or by two people over the gate. */
export type Way = 'publish' | 'override/confirm';

const WORDS: Record<Way, { heading: string; button: string }> = {
  publish: { heading: 'Publish', button: 'Publish' },
  'override/confirm': { heading: 'Confirm the override and publish', button: 'Confirm and publish' },
};

function head(version: VersionPage, way: Way) {
  const again = version.publications.length > 0 && way === 'publish' ? ' again' : '';
  return {
    module: { title: version.course.title },
    version: { number: version.number, href: versionHref(version) },
    action: `${versionHref(version)}/${way}`,
    heading: `${WORDS[way].heading}${again}: version ${version.number}`,
    button: `${WORDS[way].button} version ${version.number}`,
  };
}

/** The form as it is first shown. The questions about people who were there before have no answer yet. */
export const firstFields = ({ course }: VersionPage): PublishFields =>
  describeFields(course, course.published !== null);

export function publishView(
  version: VersionPage,
  way: Way,
  concerned: Concerned,
  form: PublishFields,
  problems: FormProblems,
) {
  const { number, course } = version;
  const elsewhere = halfWayElsewhere(concerned, number);
  return {
    ...head(version, way),
    form,
    noteLimit: NOTE_LIMIT,
    asks: concernsAnybody(concerned, course.published),
    completed: `${counted(concerned.completed, 'person', 'people')} completed it. Completions and certificates stay on record whatever you choose.`,
    halfWay: `${counted(elsewhere, 'person is', 'people are')} half-way on another version.`,
    notStarted: `${counted(concerned.notStarted, 'member')} not started: they get version ${number}.`,
    ...problems,
  };
}

const POLICIES: Record<RefreshPolicy['policy'], string> = {
  nothing: 'Nothing changes: completions stand',
  note: 'They read the change note; completions stand',
  retake: 'They take it again',
};
const HALF_WAY: Record<RefreshPolicy['halfWay'], string> = {
  finish_old: 'They finish the version they began',
  choice: 'They choose: finish it, or start again on the new one',
};

/** What is about to happen, before it does. */
export function checkView(
  version: VersionPage,
  way: Way,
  concerned: Concerned,
  { description, refresh }: PublishOrder,
  body: PublishFields,
) {
  const { course, number } = version;
  const asks = concernsAnybody(concerned, course.published);
  const { policy, retakeBy, changeNote, halfWay } = refresh;
  const { change: _, confirmed: __, ...fields } = body;
  return {
    ...head(version, way),
    facts: [
      { key: 'Title', value: description.title },
      { key: 'What a member reads about it', value: description.summary },
      { key: 'Time it takes', value: counted(description.minutes ?? 0, 'minute') },
      { key: 'Core skills module', value: description.core ? 'Yes: the certificate asks for it' : 'No' },
      ...(asks
        ? [
            {
              key: 'People who completed it',
              value: POLICIES[policy] + (retakeBy ? ` by ${britishDate(retakeBy)}` : ''),
            },
            ...(changeNote ? [{ key: 'What has changed', value: changeNote }] : []),
            { key: 'People half-way', value: HALF_WAY[halfWay] },
          ]
        : []),
    ],
    concerns: [
      ...(course.published === null ? [] : [`Version ${number} takes the place of version ${course.published}.`]),
      ...whomItConcerns(concerned, { number, published: course.published }, refresh),
      ...(description.core && !(course.core && course.published !== null)
        ? ['The certificate asks for this module from now on. Certificates that were issued stay valid.']
        : []),
    ],
    // Only texts: what a hostile form sends besides is not sent on.
    hidden: Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : [])),
  };
}

export function refusedView(version: VersionPage, refusals: readonly Refusal[]) {
  return { ...head(version, 'publish'), refusals };
}
