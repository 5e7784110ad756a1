import { britishTimeAndDate } from '@induct/platform';
import { counted, fileSize } from '../counted';
import { standardName } from '../uploads/upload.view';
import type { Module, ModuleRow, VersionRow, VersionState } from './modules.queries';

const STATES: Record<VersionState, { text: string; kind: string }> = {
  draft: { text: 'Not published', kind: 'warning' },
  in_testing: { text: 'In testing', kind: 'going' },
  approved: { text: 'Approved', kind: 'going' },
  published: { text: 'Published', kind: 'done' },
  retired: { text: 'Retired', kind: 'todo' },
};

/** A line of the list of modules. */
export function moduleRowView(row: ModuleRow) {
  const waiting = row.newest !== null && row.newestState === 'draft';
  return {
    href: `/admin/modules/${row.slug}`,
    title: row.title,
    core: row.core,
    minutes: row.minutes === null ? '–' : counted(row.minutes, 'minute'),
    state: STATES[row.published === null ? 'draft' : 'published'],
    version: row.published === null ? undefined : `version ${row.published}`,
    waiting: waiting && row.published !== null ? `Version ${row.newest} waits to be published` : undefined,
  };
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
      { key: 'Members', value: howFar(module) },
    ],
    published,
    versions: versions.map((version) => versionView(slug, version)),
    uploadHref: `/admin/uploads/new?module=${encodeURIComponent(slug)}`,
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
    state: STATES[state],
    title,
    standard: standardName(standard, edition),
    size: `${counted(files, 'file')}, ${fileSize(bytes)}`,
    uploaded: `${britishTimeAndDate(uploadedAt)}${uploadedBy ? ` by ${uploadedBy}` : ''}`,
    published:
      version.publishedAt &&
      `${britishTimeAndDate(version.publishedAt)}${version.publishedBy ? ` by ${version.publishedBy}` : ''}`,
    reportHref: uploadId ? `/admin/uploads/${uploadId}` : undefined,
    publish: PUBLISH_WORDS[state] && {
      text: PUBLISH_WORDS[state].button,
      isMain: state === 'draft' || state === 'approved',
      href: `/admin/modules/${slug}/publish?version=${number}`,
    },
  };
}

/**
 * The steering group's testing will stand between draft and published; until then an officer decides alone. A retired
 * version may come back, and publishing the published one again changes what members read about it.
 */
export const PUBLISH_WORDS: Record<VersionState, { button: string; heading: string } | undefined> = {
  draft: { button: 'Publish', heading: 'Publish' },
  approved: { button: 'Publish', heading: 'Publish' },
  in_testing: undefined,
  published: { button: 'Change what members read', heading: 'Change what members read about' },
  retired: { button: 'Publish again', heading: 'Publish again' },
};

/** Whom publishing concerns, in sentences for the officer who is about to do it. */
export function whomItConcerns(module: Module, number: number): string[] {
  const { members, begun, completed, published } = module;
  const everybody = `${counted(members, 'member')} will find it among their modules at once.`;
  const core =
    'If you make it a core skills module, the certificate asks for it from now on. Certificates that were issued stay valid.';
  if (published === null) return [everybody, core];
  if (published === number) return ['Members read the new words at once. Nothing else changes for them.', core];
  const going = begun - completed;
  return [
    `Version ${number} takes the place of version ${published} for ${counted(members, 'member')}.`,
    `What members have done stays as it is: ${completed} completed it and keep their result.`,
    going > 0
      ? `${counted(going, 'member is', 'members are')} half-way: they go on in version ${published} and lose nothing.`
      : 'Nobody is half-way in the version before.',
    core,
  ];
}
