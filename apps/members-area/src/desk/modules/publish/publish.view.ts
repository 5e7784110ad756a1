import type { RefreshPolicy } from '@induct/course';
import { britishDate } from '@induct/platform';
import type { Refusal } from '@induct/steering';
import { counted } from '../../../words/counted';
import type { FormProblems } from '../../../forms/form-problems';
import { capital, concernsAnybody, halfWayElsewhere, whomItConcerns } from './concerns.view';
import { describeFields } from './describe.form';
import type { PublishFields, PublishOrder } from './publish-order';
import { NOTE_LIMIT } from './refresh.form';
import { noesView } from '../version/noes.view';
import { versionHref } from '../version-href';
import type { Concerned, VersionPage } from '../version/version.queries';

/** How the version comes to be published: signed off by testers, or by two people over the gate. */
export type Way = 'publish' | 'override/confirm';

function head(version: VersionPage, way: Way) {
  const { number, course, publications } = version;
  const again = publications.length > 0 ? ' again' : '';
  const isOverride = way === 'override/confirm';
  return {
    module: { title: course.title },
    version: { number, href: versionHref(version) },
    action: `${versionHref(version)}/${way}`,
    heading: isOverride ? `Confirm the override of version ${number}` : `Publish version ${number}${again}`,
    noes: noesView(version),
    button: isOverride ? `Confirm and publish version ${number}` : `Publish version ${number}`,
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
    completed: capital(
      `${counted(concerned.completed, 'person has', 'people have')} completed it. Completions and certificates stay on record whatever you choose.`,
    ),
    halfWay: capital(`${counted(elsewhere, 'person is', 'people are')} half-way on another version.`),
    notStarted: capital(
      `${counted(concerned.notStarted, 'member has', 'members have')} not started: they get version ${number}.`,
    ),
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
