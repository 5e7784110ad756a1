import {
  FILM_FORMATS,
  FORMAT_FACTS,
  FORMATS,
  isBroken,
  READ_FORMATS,
  RESOURCE_KIND_NAMES,
  type ResourceFileEntity,
  type ResourceVersion,
  TOPIC_NAMES,
  type VersionWithFiles,
  youTubeFilm,
} from '@induct/handbook';
import type { CouncilContact } from '@induct/people';
import { type Day, readerDate, said } from '@induct/platform';
import { fileSize } from '../../words/counted';
import type { LibraryHome } from './library-filter';

export const resourceHref = (home: LibraryHome, id: string) => `${home}/${id}`;

/** A file as it is offered: `Word, 34 KB`. */
const fileView = (href: string, { format, bytes, isAccessible }: ResourceFileEntity) => ({
  format,
  name: said(FORMAT_FACTS[format].name),
  size: fileSize(bytes),
  isAccessible,
  href: `${href}/${format}`,
});

const inOrder = (files: readonly ResourceFileEntity[]) =>
  files.toSorted((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format));

/** The files that are read, the ones that everybody can use first. */
const readFiles = (href: string, files: readonly ResourceFileEntity[]) =>
  inOrder(files.filter(({ format }) => READ_FORMATS.includes(format)))
    .toSorted((a, b) => Number(b.isAccessible) - Number(a.isAccessible))
    .map((file) => fileView(href, file));

/** What is said of an address that is broken, or wants a sign-in; nothing of others. */
export function linkNote(resource: Pick<ResourceVersion, 'outcome' | 'checkedAt' | 'failingSince'>) {
  const { outcome, checkedAt } = resource;
  if (!checkedAt) return {};
  if (isBroken(resource)) return { brokenOn: readerDate(checkedAt) };
  return outcome === 'needs_sign_in' ? { needsSignIn: true } : {};
}

/** What stands of a resource in a list. */
export function resourceCard(home: LibraryHome, resource: VersionWithFiles) {
  const { title, about, kind, language, url, files, resourceId } = resource;
  const href = resourceHref(home, resourceId);
  return {
    title,
    about,
    href,
    kind: said(RESOURCE_KIND_NAMES[kind]),
    language,
    files: readFiles(href, files),
    url: kind === 'link' ? url : null,
    link: kind === 'film' ? {} : linkNote(resource),
  };
}

/** The page of one. */
export function resourceView(home: LibraryHome, resource: VersionWithFiles, contact: CouncilContact, today: Day) {
  const { title, about, body, kind, topic, language, url, owner, recordedAt, reviewedAt, files } = resource;
  const href = resourceHref(home, resource.resourceId);
  const isOver = resource.endsOn !== null && resource.endsOn < today;
  const isGone = resource.state === 'withdrawn' || isOver;
  const read = readFiles(href, files);
  return {
    home,
    href,
    title,
    about,
    language,
    isGone,
    withdrawn: resource.state === 'withdrawn' && { on: readerDate(recordedAt), because: resource.withdrawnBecause },
    endedOn: isOver && resource.endsOn && readerDate(resource.endsOn),
    body,
    kind: said(RESOURCE_KIND_NAMES[kind]),
    topic: said(TOPIC_NAMES[topic]),
    owner,
    changed: readerDate(recordedAt),
    reviewed: reviewedAt && reviewedAt > recordedAt && readerDate(reviewedAt),
    files: read,
    // Something to read, and nothing that everybody can.
    asksForFormat: read.length > 0 && !read.some(({ isAccessible }) => isAccessible) && contactView(contact),
    onlyPdf: read.length === 1 && read[0]!.format === 'pdf',
    url: kind === 'film' ? null : url,
    link: linkNote(resource),
    film: kind === 'film' && filmView(href, resource),
  };
}

const contactView = ({ email, telephone }: CouncilContact) => ({ email, telephone });

/** A film of ours, with its captions, or one of YouTube, which nothing asks for before it is pressed. */
function filmView(href: string, { url, files, transcript, language }: VersionWithFiles) {
  const own = files.filter(({ format }) => FILM_FORMATS.includes(format));
  return {
    transcript,
    language,
    own: own.map(({ format }) => ({ src: `${href}/${format}`, type: FORMAT_FACTS[format].type })),
    captions: files.some(({ format }) => format === 'vtt') ? `${href}/vtt` : undefined,
    download: own.map((file) => fileView(href, file)),
    play: own.length === 0 && youTubeFilm(url) !== undefined ? `${href}/film` : undefined,
    page: url,
  };
}
