import { britishTimeAndDate } from '@induct/platform';
import type { PackageReport, UploadState } from '@induct/course';
import type { Column } from '../../lists/list';
import { counted, figure, fileSize } from '../../words/counted';
import type { Upload, UploadRow } from './uploads.queries';
import type { Tag } from '../../words/tag';

type Severity = PackageReport['findings'][number]['severity'];

const UPLOAD_STATES: Record<UploadState, Tag> = {
  receiving: { text: 'Arriving', kind: 'going' },
  waiting: { text: 'Waiting', kind: 'going' },
  importing: { text: 'Being checked', kind: 'going' },
  accepted: { text: 'Accepted', kind: 'done' },
  refused: { text: 'Refused', kind: 'bad' },
  failed: { text: 'Interrupted', kind: 'warning' },
};

const SEVERITIES: Record<Severity, Tag & { order: number }> = {
  refused: { text: 'Must be corrected', kind: 'bad', order: 0 },
  warning: { text: 'Warning', kind: 'warning', order: 1 },
  note: { text: 'Good to know', kind: 'todo', order: 2 },
};

const STANDARDS: Record<string, string> = { scorm_12: 'SCORM 1.2', scorm_2004: 'SCORM 2004' };

export function standardName(standard: string, edition: string): string {
  const name = STANDARDS[standard] ?? standard;
  return standard === 'scorm_2004' ? `${name}, ${edition} edition` : name;
}

/** A line of the list of uploads. */
export function uploadRowView(row: UploadRow) {
  return {
    href: `/admin/uploads/${row.id}`,
    fileName: row.fileName,
    size: fileSize(row.bytes),
    module: row.module ? `${row.module}${row.version ? `, version ${row.version}` : ''}` : '–',
    state: UPLOAD_STATES[row.state],
    who: row.uploadedBy ?? 'Somebody who has left',
    at: britishTimeAndDate(row.createdAt),
  };
}

/** Of the list of uploads. */
export const UPLOADS: readonly Column<ReturnType<typeof uploadRowView>>[] = [
  {
    head: 'File',
    cell: ({ fileName, href, size }) => ({ text: fileName, href, classes: 'induct-breaks', detail: size }),
  },
  { head: 'Result', cell: ({ state }) => ({ tag: state }) },
  { head: 'Module', speaks: true, cell: ({ module }) => module },
  { head: 'Uploaded', cell: ({ at, who }) => ({ text: at, detail: `by ${who}` }) },
];

/** Everything the page of one upload shows. */
export function uploadView(upload: Upload) {
  const { report, state } = upload;
  return {
    ...uploadRowView(upload),
    state,
    tag: UPLOAD_STATES[state],
    running: isRunning(state),
    progress: isRunning(state) ? importProgress(upload) : undefined,
    heading: HEADINGS[state](upload),
    facts: report ? facts(report) : [],
    scos: report?.scos ?? [],
    findings: (report?.findings ?? []).map(findingView).toSorted((a, b) => a.order - b.order),
    version: upload.slug &&
      upload.version && { number: upload.version, href: `/admin/modules/${upload.slug}/versions/${upload.version}` },
    waits: upload.state === 'accepted' && upload.versionState === 'draft',
    started: britishTimeAndDate(upload.createdAt),
    finished: upload.finishedAt ? britishTimeAndDate(upload.finishedAt) : undefined,
  };
}

export const isRunning = (state: UploadState): boolean =>
  state === 'receiving' || state === 'waiting' || state === 'importing';

/** A sentence; which file it was stands below it. */
const HEADINGS: Record<UploadState, (upload: Upload) => string> = {
  receiving: () => 'The file is arriving',
  waiting: () => 'The package waits for its turn',
  importing: () => 'The package is being checked',
  accepted: ({ module }) => (module ? `“${module}” was accepted` : 'The package was accepted'),
  refused: () => 'The package was refused',
  failed: () => 'The upload was interrupted',
};

/** What is going on now, in words and in per cent where that is known. */
export function importProgress({
  state,
  progress,
  bytes,
  before,
}: Pick<Upload, 'state' | 'progress' | 'bytes' | 'before'>) {
  if (state === 'receiving') return { says: `Receiving the file: ${fileSize(bytes)} so far`, percent: undefined };
  if (state === 'waiting') return { says: waitingWords(before), percent: undefined };
  const { done = 0, total = 0 } = progress ?? {};
  if (total === 0) return { says: 'Reading the package', percent: undefined };
  const percent = Math.min(100, Math.floor((done / total) * 100));
  return { says: `Checking and storing files: ${figure(done)} of ${figure(total)}`, percent };
}

function waitingWords(before: number): string {
  if (before === 0) return 'The file is here, and is checked next';
  return `The file is here. ${counted(before, 'upload')} ${before === 1 ? 'is' : 'are'} before yours`;
}

function facts(report: PackageReport): { key: string; value: string }[] {
  const { standard, edition, title, organizations, scos, files, bytes } = report;
  return [
    ...(title ? [{ key: 'Title in the package', value: title }] : []),
    ...(standard ? [{ key: 'Standard', value: standardName(standard, edition ?? '') }] : []),
    ...(scos.length > 0 ? [{ key: 'Parts (SCOs)', value: counted(scos.length, 'part') }] : []),
    ...(organizations > 1
      ? [{ key: 'Outlines (organizations)', value: `${figure(organizations)}: the default one is used` }]
      : []),
    ...(files > 0 ? [{ key: 'Files', value: `${counted(files, 'file')}, ${fileSize(bytes)} unpacked` }] : []),
  ];
}

export function findingView({ severity, message, remedy, where, code }: PackageReport['findings'][number]) {
  return { code, message, remedy, where, ...SEVERITIES[severity] };
}
