import {
  LANGUAGES_CALLED,
  type Preview,
  type ShownTemplate,
  type TemplateQueries,
  templateChanges,
} from '@induct/accreditation';
import type { Role } from '@induct/people';
import { britishTimeAndDate, type Day } from '@induct/platform';
import { WORDS_LIMIT } from './decision.form';
import { missingWords } from '../welsh-names/welsh-names.view';
import { EVERY_SCHEME, fromWords, SAMPLE_NAMES, showsWords, stateTag } from './template.words';

const DONE: Record<string, string> = {
  proposed: 'The template waits for an administrator.',
  'sent-back': 'The template is a draft again.',
  approved: 'The template is approved. Certificates are issued with it from its day on.',
  withdrawn: 'The template is withdrawn. Nothing is issued with it any more; what was issued stays as it is.',
};
const NOBODY = 'Somebody who is not there any more';

interface Facts {
  before: Awaited<ReturnType<TemplateQueries['inPlaceOf']>>;
  /** By id. */
  people: ReadonlyMap<string, string>;
  reader: { id: string; roles: readonly Role[] };
  /** Names without a Welsh one. */
  withoutWelsh: number;
  today: Day;
  done: unknown;
}

/** Of the template as it is now. */
export function previewState({ isPrinted, error }: Preview): 'printed' | 'failed' | 'waits' {
  if (isPrinted) return 'printed';
  return error === null ? 'waits' : 'failed';
}

/** One template. */
export function templateView(version: ShownTemplate, { before, people, reader, withoutWelsh, today, done }: Facts) {
  const { number, state, revision, fromDay, previews, template } = version;
  const href = `/admin/templates/${number}`;
  const states = previews.map(previewState);
  const wrote = [version.draftedBy, version.changedBy, version.proposedBy].includes(reader.id);
  const is = (role: Role) => reader.roles.includes(role);
  const isInUse = state === 'approved' && fromDay! <= today && before.number === number;
  return {
    number,
    href,
    revision,
    state,
    limit: WORDS_LIMIT,
    done: DONE[String(done)],
    scheme: version.scheme ?? EVERY_SCHEME,
    tag: stateTag({ state, isInUse, isSentBack: state === 'draft' && version.sentBackAt !== null }),
    sentBack: state === 'draft' ? version.sentBackWhy : null,
    rows: rowsOf(version, people),
    isRunning: states.includes('waits'),
    hasFailed: states.includes('failed'),
    says: `${states.filter((one) => one === 'printed').length} of ${previews.length} previews are printed`,
    previews: previews.map((preview) => ({
      name: SAMPLE_NAMES[preview.sample],
      state: previewState(preview),
      error: preview.error,
      href: `${href}/previews/${preview.sample}`,
      // With the revision, so that no browser shows the one before.
      picture: preview.hasPicture ? `${href}/previews/${preview.sample}/picture?of=${revision}` : undefined,
      shows: showsWords(preview.sample, template),
    })),
    may: {
      draft: state === 'draft' && is('officer'),
      propose: state === 'draft' && is('officer') && states.every((one) => one === 'printed'),
      decide: state === 'proposed',
      approve: state === 'proposed' && is('administrator'),
      withdraw: state === 'approved' && is('administrator'),
    },
    wrote,
    inWelsh: template.layout.languages !== 'en',
    missingWords: missingWords(withoutWelsh),
    ...changesOf(version, before, template),
  };
}

/** What it would change; of what is in use already, nothing. */
function changesOf({ state }: ShownTemplate, before: Facts['before'], template: ShownTemplate['template']) {
  if (state !== 'draft' && state !== 'proposed') return {};
  return {
    against:
      before.number === null ? 'how certificates came with Induct' : `template ${before.number}, which is in use now`,
    changes: templateChanges(before.template, template),
  };
}

function rowsOf(version: ShownTemplate, people: Facts['people']) {
  const by = (id: string, at: Date) => `${people.get(id) ?? NOBODY}, ${britishTimeAndDate(at)}`;
  const rows = [
    { key: 'For certificates of', value: version.scheme ?? EVERY_SCHEME },
    { key: 'Languages', value: LANGUAGES_CALLED[version.template.layout.languages] },
    { key: 'In use from', value: fromWords(version.fromDay) },
    { key: 'Begun by', value: by(version.draftedBy, version.draftedAt) },
    { key: 'Changed last by', value: by(version.changedBy, version.changedAt) },
  ];
  if (version.proposedBy) rows.push({ key: 'Proposed by', value: by(version.proposedBy, version.proposedAt!) });
  if (version.approvedBy) {
    const alone = version.approvedAlone ? ', alone: there was nobody else to ask' : '';
    rows.push({ key: 'Approved by', value: `${by(version.approvedBy, version.approvedAt!)}${alone}` });
  }
  if (version.withdrawnBy)
    rows.push({
      key: 'Withdrawn by',
      value: `${by(version.withdrawnBy, version.withdrawnAt!)}: ${version.withdrawnWhy}`,
    });
  return rows;
}
