import type { PackageReport } from '@induct/course';
import { uploadJson } from './upload.json';
import { uploadView } from './upload.view';
import type { Upload } from './uploads.queries';

const at = new Date('2026-11-22T14:32:00Z');
const report: PackageReport = {
  accepted: true,
  standard: 'scorm_2004',
  edition: '3rd',
  title: 'Golf explained',
  organizations: 2,
  scos: [{ id: 'one', title: 'Playing', href: 'shared/launch.html' }],
  files: 34,
  bytes: 1_230_000,
  findings: [
    { code: 'junk', severity: 'note', message: 'There are files of macOS in it.', remedy: '', where: '__MACOSX' },
    { code: 'sequencing', severity: 'warning', message: 'It wants an order.', remedy: 'Tell members.', where: '' },
  ],
};
const upload: Upload = {
  id: 'u1',
  fileName: 'golf.zip',
  bytes: 500_000,
  state: 'accepted',
  module: 'Golf explained',
  slug: 'golf-explained',
  version: 1,
  versionState: 'draft',
  uploadedBy: 'Olive Officer',
  createdAt: at,
  finishedAt: at,
  progress: null,
  before: 0,
  report,
};

describe('the page of an upload', () => {
  it('says what was found in plain English', () => {
    expect(uploadView(upload).facts).toEqual([
      { key: 'Title in the package', value: 'Golf explained' },
      { key: 'Standard', value: 'SCORM 2004, 3rd edition' },
      { key: 'Parts (SCOs)', value: '1 part' },
      { key: 'Outlines (organizations)', value: '2: the default one is used' },
      { key: 'Files', value: '34 files, 1.2 MB unpacked' },
    ]);
  });

  it('shows the gravest findings first', () => {
    expect(uploadView(upload).findings.map(({ text, where }) => [text, where])).toEqual([
      ['Warning', ''],
      ['Good to know', '__MACOSX'],
    ]);
  });

  it('leads on to publishing what is not published yet', () => {
    expect(uploadView(upload).waits).toBe(true);
    expect(uploadView({ ...upload, versionState: 'published' }).waits).toBe(false);
  });

  it('says how far the import is', () => {
    const running: Upload = { ...upload, state: 'importing', report: null, progress: { done: 50, total: 200 } };
    expect(uploadView(running).progress).toEqual({ says: 'Checking and storing files: 50 of 200', percent: 25 });
    expect(uploadView({ ...running, progress: null }).progress?.says).toBe('Reading the package');
    expect(uploadView({ ...running, state: 'receiving' }).progress?.says).toBe('Receiving the file: 500 KB so far');
  });

  it.each([
    [2, 'The file is here. 2 uploads are before yours'],
    [1, 'The file is here. 1 upload is before yours'],
    [0, 'The file is here, and is checked next'],
  ])('says how many uploads come before it: %i', (before, says) => {
    const waiting: Upload = { ...upload, state: 'waiting', report: null, before };
    expect(uploadView(waiting)).toMatchObject({ running: true, progress: { says } });
  });

  it.each([
    ['receiving', 'The file is arriving'],
    ['waiting', 'The package waits for its turn'],
    ['importing', 'The package is being checked'],
    ['accepted', '“Golf explained” was accepted'],
    ['refused', 'The package was refused'],
    ['failed', 'The upload was interrupted'],
  ] as const)('is headed for %s', (state, heading) => {
    expect(uploadView({ ...upload, state }).heading).toBe(heading);
  });

  it('gives programs the report as it is', () => {
    expect(uploadJson(upload)).toMatchObject({ running: false, report, createdAt: '2026-11-22T14:32:00.000Z' });
  });
});
