import { youTubeFilm } from './film-address';
import type { ResourceVersionEntity } from './resource-version.entity';
import { FILM_FORMATS, type Format, READ_FORMATS } from './resource.words';

/** What a resource lacks before anybody is shown it. */
export interface Missing {
  /** Of the form on which it is put right; `file` for one that has to be added. */
  field: 'body' | 'captioned' | 'file' | 'transcript' | 'url';
  says: string;
}

export type Judged = Pick<ResourceVersionEntity, 'kind' | 'body' | 'url' | 'transcript' | 'isCaptioned'>;

const holds = (formats: readonly Format[], some: readonly Format[]): boolean =>
  formats.some((format) => some.includes(format));

/**
 * Whether a film has captions: one of ours by a file of them, one that is shown elsewhere when whoever put it here said so.
 * @param formats of its files
 */
export const captioned = ({ url, isCaptioned }: Pick<Judged, 'url' | 'isCaptioned'>, formats: readonly Format[]) =>
  holds(formats, FILM_FORMATS) ? formats.includes('vtt') : url !== null && isCaptioned;

/** What is missing, in the order in which it is put right; nothing: it may be published. */
export function missingIn(resource: Judged, formats: readonly Format[]): Missing[] {
  const { kind, body, url, transcript } = resource;
  const isRead = holds(formats, READ_FORMATS);
  const missing: (Missing | false)[] = [
    kind === 'document' && !isRead && { field: 'file', says: 'Add its file' },
    kind === 'how_to' &&
      !isRead &&
      body === null &&
      url === null && { field: 'body', says: 'Write the steps, or add a file or an address' },
    kind === 'link' && url === null && { field: 'url', says: 'Enter the address of the website' },
    kind === 'film' &&
      !holds(formats, FILM_FORMATS) &&
      youTubeFilm(url) === undefined && { field: 'url', says: 'Enter the film’s address on YouTube, or add its file' },
    kind === 'film' &&
      transcript === null && { field: 'transcript', says: 'Write what is said and what is seen: the transcript' },
    kind === 'film' &&
      !captioned(resource, formats) && {
        field: holds(formats, FILM_FORMATS) ? 'file' : 'captioned',
        says: holds(formats, FILM_FORMATS)
          ? 'Add captions, as a WebVTT file'
          : 'Say that it has captions that somebody wrote or corrected',
      },
  ];
  return missing.filter((one) => one !== false);
}
