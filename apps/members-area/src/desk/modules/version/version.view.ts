import { comparisonInWords, type VersionComparison } from '@induct/course';
import type { Role } from '@induct/people';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { GateAnswer } from '@induct/steering';
import { counted, fileSize } from '../../../words/counted';
import { findingView, standardName } from '../../uploads/upload.view';
import { STATES } from '../module.view';
import { noesView } from './noes.view';
import { publicationView } from './publication.view';
import { overriddenView } from '../overridden.view';
import { versionHref } from '../version-href';
import type { RoundOfVersion, VersionPage } from './version.queries';

export interface VersionReader {
  id: string;
  roles: readonly Role[];
}

interface Shown {
  version: VersionPage;
  gate: GateAnswer;
  /** With the version asked for; undefined for the first version of a module. */
  comparison: VersionComparison | undefined;
  reader: VersionReader;
  /** What was just done, from the address. */
  done: unknown;
}

const NEWS: Record<string, (number: number) => string> = {
  published: (number) => `Version ${number} is published: members see it now.`,
  proposed: () => 'The override is proposed. An officer can confirm it now.',
  withdrawn: () => 'The override was withdrawn.',
};

/** Everything the page of one version shows. */
export function versionView({ version, gate, comparison, reader, done }: Shown) {
  const { number, state, course } = version;
  const href = versionHref(version);
  const news = Object.hasOwn(NEWS, String(done)) ? NEWS[String(done)] : undefined;
  const isNews = done !== 'published' || state === 'published';
  return {
    news: news && isNews ? news(number) : undefined,
    href,
    number,
    module: { title: course.title, href: `/admin/modules/${encodeURIComponent(course.slug)}` },
    tag: STATES[state],
    says: stateWords(version),
    overridden: version.overridden && overriddenView(version.overridden),
    gate: { open: gate.open, refusals: state === 'published' ? [] : gate.refusals },
    waiting: gate.override && {
      reason: gate.override.reason,
      proposed: britishTimeAndDate(gate.override.proposedAt),
      mine: gate.override.proposedBy === reader.id,
    },
    may: rightsOf(version, gate, reader),
    round: version.round && roundView(version.round),
    noes: noesView(version),
    changedPages: changedPagesWords(version.changedPages),
    facts: facts(version),
    websites: websites(version),
    loadsFromElsewhere: version.hosts.length > 0 || (version.outside ?? []).length > 0,
    findings: version.findings.map(findingView).toSorted((a, b) => a.order - b.order),
    reportHref: version.uploadId && reader.roles.includes('officer') ? `/admin/uploads/${version.uploadId}` : undefined,
    publications: version.publications.map(publicationView),
    comparison: comparison && {
      with: comparison.before.number,
      sections: comparisonInWords(comparison),
      others: version.others
        .filter((other) => other.number !== comparison.before.number)
        .map((other) => ({ number: other.number, href: `${href}?with=${other.number}#comparison` })),
    },
  };
}

/** In a sentence, what it loads from other websites. */
function websites({ outside, hosts }: VersionPage): string {
  const agreed = hosts.map(({ host }) => host);
  const closed = (outside ?? []).filter(({ host }) => !agreed.includes(host)).length;
  const says = [
    agreed.length === 0 ? 'It loads nothing from other websites.' : `It may load from ${agreed.join(', ')}.`,
    closed > 0 ? `${counted(closed, 'website')} found in the package ${closed === 1 ? 'is' : 'are'} closed.` : '',
  ];
  return says.join(' ').trim();
}

function rightsOf({ state, round, publications, canGo }: VersionPage, gate: GateAnswer, { id, roles }: VersionReader) {
  const isOfficer = roles.includes('officer');
  const tested = state !== 'published' || publications[0]?.ground === 'override';
  return {
    preview: isOfficer,
    delete: isOfficer && canGo,
    publish: isOfficer && gate.open && state !== 'published',
    openRound: isOfficer && tested && round?.state !== 'open',
    propose: roles.includes('administrator') && !gate.open && !gate.override && state !== 'published',
    confirm: isOfficer && gate.override !== undefined && gate.override.proposedBy !== id,
    withdraw: (isOfficer || roles.includes('administrator')) && gate.override !== undefined,
  };
}

/** Where the version stands, in a sentence or two. */
function stateWords({ state, course, round }: VersionPage): string {
  const seen = course.published === null ? 'Members see no version yet.' : `Members see version ${course.published}.`;
  switch (state) {
    case 'draft':
      return round
        ? `Its last test round closed without its quorum. ${seen}`
        : `It has not been tested. Only officers and testers see it. ${seen}`;
    case 'in_testing':
      return round?.state === 'open'
        ? `Testers are looking at it. ${seen}`
        : `Its test round reached the quorum, and a blocking finding is not settled. ${seen}`;
    case 'approved':
      return `The testers signed it off: it is ready to be published. ${seen}`;
    case 'published':
      return 'This is the version that members see.';
    case 'retired':
      return `Members saw it before. ${seen} Who is half-way on it finishes it there.`;
  }
}

const CLOSED = { quorum: 'reached its quorum', deadline: 'reached its deadline', officer: 'was closed by an officer' };

function roundView({ id, number, state, quorum, deadline, closedAt, closedWhy, ...counts }: RoundOfVersion) {
  const { testers, signedOff, refused, findings } = counts;
  return {
    href: `/testing/rounds/${id}`,
    name: `Round ${number}`,
    tag:
      state === 'open'
        ? { text: 'Open', kind: 'going' }
        : { text: 'Closed', kind: closedWhy === 'quorum' ? 'done' : 'warning' },
    when:
      state === 'open'
        ? `Open until ${britishTimeAndDate(deadline)}.`
        : `It ${CLOSED[closedWhy ?? 'officer']} at ${britishTimeAndDate(closedAt ?? deadline)}.`,
    counts: `${signedOff} of the ${quorum} sign-offs that are needed, ${refused} refused, ${counted(testers, 'tester')}, ${counted(findings, 'finding')}.`,
  };
}

function facts(version: VersionPage): { key: string; value: string }[] {
  const { title, standard, edition, files, bytes, uploadedAt, uploadedBy, sha256 } = version;
  const { publishedAt, publishedBy } = version;
  return [
    { key: 'Title in the package', value: title },
    { key: 'Standard', value: standardName(standard, edition) },
    { key: 'Files', value: `${counted(files, 'file')}, ${fileSize(bytes)} unpacked` },
    { key: 'Uploaded', value: `${britishTimeAndDate(uploadedAt)}${uploadedBy ? ` by ${uploadedBy}` : ''}` },
    ...(publishedAt
      ? [{ key: 'Last published', value: `${britishDate(publishedAt)}${publishedBy ? ` by ${publishedBy}` : ''}` }]
      : []),
    { key: 'SHA-256 of the package', value: sha256 },
  ];
}

function changedPagesWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return `The player’s own page was changed while this version was open, in ${counted(count, 'opening')}. An add-on of somebody’s browser does that, a translator for example; a module must not. If it happens to many people, ask the supplier.`;
}
