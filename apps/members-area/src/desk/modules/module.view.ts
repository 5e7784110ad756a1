import type { VersionState } from '@induct/course';
import { britishTimeAndDate } from '@induct/platform';
import type { Column } from '../../lists/list';
import { counted, fileSize } from '../../words/counted';
import { standardName } from '../uploads/upload.view';
import type { Module, ModuleRow, VersionRow } from './modules.queries';
import { overriddenView } from './overridden.view';
import { versionHref } from './version-href';
import type { Tag } from '../../words/tag';

export const STATES: Record<VersionState, Tag> = {
  draft: { text: 'Not published', kind: 'warning' },
  in_testing: { text: 'In testing', kind: 'going' },
  approved: { text: 'Ready to publish', kind: 'going' },
  published: { text: 'Published', kind: 'done' },
  retired: { text: 'Retired', kind: 'todo' },
};

/** Of the list of modules. */
export const MODULES: readonly Column<ModuleRow>[] = [
  { head: 'Module', cell: ({ slug, title }) => ({ text: title, href: `/admin/modules/${slug}` }) },
  {
    head: 'State',
    cell: (row) => ({
      tag: STATES[row.published === null ? 'draft' : 'published'],
      detail: row.published === null ? undefined : `version ${row.published}`,
      more: waitingWords(row),
    }),
  },
  { head: 'Core skills', speaks: true, cell: ({ core }) => (core ? 'Core skill' : '–') },
  { head: 'Time it takes', speaks: true, cell: ({ minutes }) => (minutes === null ? '–' : counted(minutes, 'minute')) },
];

const WAITING: Partial<Record<VersionState, string>> = {
  draft: 'waits to be tested',
  in_testing: 'is being tested',
  approved: 'is ready to be published',
};

/** What happens to the newest version, while members do not see it. */
function waitingWords({ newest, newestState, published }: ModuleRow): string | undefined {
  const words = newestState === null ? undefined : WAITING[newestState];
  return words && (published !== null || newestState !== 'draft') ? `Version ${newest} ${words}` : undefined;
}

/** Everything the page of one module shows. */
export function moduleView(module: Module) {
  const { slug, title, summary, core, minutes, versions, published } = module;
  return {
    slug,
    title,
    summary,
    facts: [
      { key: 'What members read', value: summary || 'Nothing yet: it is asked for when you publish' },
      { key: 'Time it takes', value: minutes === null ? 'Not said yet' : counted(minutes, 'minute') },
      { key: 'Core skills module', value: core ? 'Yes: the certificate asks for it' : 'No' },
      { key: 'Without an account', value: module.taster ? 'Yes: anybody may try it' : 'No' },
      { key: 'Members', value: howFar(module) },
    ],
    overridden: module.overridden && overriddenView(module.overridden),
    versions: versions.map((version) => versionView(slug, version)),
    uploadHref: `/admin/uploads/new?module=${encodeURIComponent(slug)}`,
    describeHref: published === null ? undefined : `/admin/modules/${encodeURIComponent(slug)}/describe`,
    tasterHref: published === null ? undefined : `/admin/modules/${encodeURIComponent(slug)}/taster`,
    reviewHref: `/admin/modules/${encodeURIComponent(slug)}/review`,
    paragraphsHref: `/admin/modules/${encodeURIComponent(slug)}/paragraphs`,
    progressHref: published === null ? undefined : `/admin/progress?module=${encodeURIComponent(slug)}`,
  };
}

function howFar({ members, begun, completed, published }: Module): string {
  if (published === null && begun === 0) return 'Nobody sees it yet';
  return `${completed} completed, ${begun - completed} begun and not completed, of ${counted(members, 'member')}`;
}

function versionView(slug: string, version: VersionRow) {
  const { number, state, standard, edition, title, files, bytes, uploadedAt, uploadedBy, uploadId } = version;
  return {
    number,
    href: versionHref({ course: { slug }, number }),
    state: STATES[state],
    title,
    standard: standardName(standard, edition),
    size: `${counted(files, 'file')}, ${fileSize(bytes)}`,
    uploaded: `${britishTimeAndDate(uploadedAt)}${uploadedBy ? ` by ${uploadedBy}` : ''}`,
    published:
      version.publishedAt &&
      `${britishTimeAndDate(version.publishedAt)}${version.publishedBy ? ` by ${version.publishedBy}` : ''}`,
    reportHref: uploadId ? `/admin/uploads/${uploadId}` : undefined,
  };
}
