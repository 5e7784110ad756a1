import {
  AUDIENCE_NAMES,
  FORMAT_FACTS,
  FORMATS,
  type Freeze,
  LANGUAGE_NAMES,
  missingIn,
  RESOURCE_KIND_NAMES,
  TOPIC_NAMES,
  type VersionWithFiles,
} from '@induct/handbook';
import { britishDate, britishTimeAndDate, type Day } from '@induct/platform';
import { dayFields } from '../../forms/day-fields';
import { fileSize } from '../../words/counted';
import { linkWords } from './link-words';
import { deskHref, frozenWords, linkTag, reviewTag, STATE_TAGS } from './library-desk.view';
import { nextReview } from './next-review';

const STATE_SAID = { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' };

/** The page of one, for whoever looks after it. */
export function resourceDeskView(
  versions: readonly [VersionWithFiles, ...VersionWithFiles[]],
  { freeze, names, today }: { freeze: Freeze | null; names: ReadonlyMap<string, string>; today: Day },
) {
  const [newest] = versions;
  const { resourceId, title, number, state, kind, audience, reviewedAt, reviewedBy, files } = newest;
  const href = deskHref(resourceId);
  const next = nextReview(today);
  const isPublished = state === 'published';
  return {
    href,
    title,
    number,
    state,
    tags: [STATE_TAGS[state], reviewTag(newest, today), isPublished ? linkTag(newest) : undefined].filter((tag) => tag),
    isFrozen: audience === 'public' ? frozenWords(freeze) : undefined,
    missing: isPublished
      ? []
      : missingIn(
          newest,
          files.map(({ format }) => format),
        ).map(({ says }) => says),
    readAt: isPublished ? `/library/${resourceId}` : undefined,
    facts: {
      kind: RESOURCE_KIND_NAMES[kind],
      topic: TOPIC_NAMES[newest.topic],
      audience: AUDIENCE_NAMES[audience],
      language: LANGUAGE_NAMES[newest.language],
      about: newest.about,
      body: newest.body,
      url: newest.url,
      link: newest.url ? linkWords(newest) : undefined,
      transcript: newest.transcript,
      captions: kind === 'film' && (newest.isCaptioned ? 'Yes' : 'None yet'),
      isFilm: kind === 'film',
      owner: newest.owner,
      endsOn: newest.endsOn && britishDate(newest.endsOn),
      withdrawnBecause: newest.withdrawnBecause,
    },
    review: {
      by: britishDate(newest.reviewBy),
      last:
        reviewedAt && reviewedBy ? `${britishDate(reviewedAt)}, by ${names.get(reviewedBy) ?? 'somebody'}` : undefined,
      next: britishDate(next),
      fields: dayFields('next', next),
    },
    files: filesView(href, newest),
    history: versions.map((version) => ({
      number: version.number,
      said: STATE_SAID[version.state],
      title: version.title,
      wrote: `${britishTimeAndDate(version.recordedAt)}, by ${names.get(version.recordedBy) ?? 'somebody'}`,
      because: version.withdrawnBecause,
      atOnceBecause: version.atOnceBecause,
      files: filesView(href, version),
    })),
  };
}

const filesView = (href: string, { files, number }: VersionWithFiles) =>
  files
    .toSorted((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format))
    .map(({ format, bytes, fileName, isAccessible }) => ({
      format,
      name: FORMAT_FACTS[format].name,
      size: fileSize(bytes),
      fileName,
      isAccessible,
      href: `${href}/versions/${number}/${format}`,
    }));
