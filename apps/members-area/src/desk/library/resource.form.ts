import {
  AUDIENCES,
  FORMATS,
  LANGUAGES,
  RESOURCE_KINDS,
  type ResourceText,
  type ResourceVersion,
  TOPICS,
  youTubeFilm,
} from '@induct/handbook';
import { z } from 'zod';
import { aDay, aDayOrNone, formOf } from '../../forms/form-of';
import { dayFields } from '../../forms/day-fields';
import { perhaps, writing } from '../../forms/texts';

const [TITLE, ABOUT, BODY, TRANSCRIPT, ADDRESS, OWNER, WHY] = [150, 1500, 10_000, 40_000, 1000, 150, 1500];
const chosen = <T extends string>(values: readonly T[], missing: string) => z.enum(values as [T, ...T[]], missing);
const orNull = (text: string): string | null => (text === '' ? null : text);

const FIELDS = {
  kind: chosen(RESOURCE_KINDS, 'Choose what it is'),
  title: writing({ missing: 'Enter what it is called', name: 'The title', longest: TITLE }),
  about: perhaps('What it is about', ABOUT),
  topic: chosen(TOPICS, 'Choose a topic'),
  audience: chosen(AUDIENCES, 'Choose who may read it'),
  language: chosen(LANGUAGES, 'Choose its language'),
  body: perhaps('The steps', BODY),
  url: perhaps('The address', ADDRESS),
  transcript: perhaps('The transcript', TRANSCRIPT),
  captioned: z.literal('yes').optional().catch(undefined),
  owner: writing({ missing: 'Enter who looks after it', name: 'Who looks after it', longest: OWNER }),
  review: aDay('Enter the day of the next review', 'The day of the next review'),
  ends: aDayOrNone('The last day'),
  atOnceBecause: perhaps('Why it cannot wait', WHY),
};

interface Typed {
  kind: string;
  url: string;
}

function addressWrong({ kind, url }: Typed): string | undefined {
  if (url === '') return kind === 'link' ? 'Enter the address of the website' : undefined;
  if (!/^https:\/\/\S+$/.test(url) || !URL.canParse(url))
    return 'The address must begin with https:// and have no spaces';
  const { username, password } = new URL(url);
  if (username || password) return 'The address must hold no name and no password';
  if (kind === 'film' && !youTubeFilm(url))
    return 'The address must be one of YouTube, like https://www.youtube.com/watch?v=…; of other films, add the file afterwards';
  return undefined;
}

/** What a resource says, as officers type it, and when it is looked at again. */
export const ResourceForm = formOf(FIELDS)
  .superRefine((form, context) => {
    const message = addressWrong(form);
    if (message) context.addIssue({ code: 'custom', path: ['url'], message });
  })
  .transform(({ review, ends, captioned, body, url, transcript, atOnceBecause, title, ...text }) => ({
    reviewBy: review,
    text: {
      ...text,
      title: title.replaceAll(/\s+/g, ' '),
      body: orNull(body),
      url: orNull(url),
      transcript: orNull(transcript),
      isCaptioned: captioned === 'yes',
      endsOn: ends,
      atOnceBecause: orNull(atOnceBecause),
    } satisfies ResourceText,
  }));

/** Which version was on the page: what has been changed since is not overwritten. */
export const SeenForm = z.object({ seen: z.coerce.number('Open it again: the page was old').int().min(1).max(1e9) });

/** What it says from now on, instead of the version that was seen. */
export const ChangedResourceForm = z.intersection(SeenForm, ResourceForm);

export const ReviewedForm = z.intersection(
  SeenForm,
  formOf({ next: aDay('Enter the day of the next review', 'The day of the next review') }),
);

export const WithdrawForm = z.intersection(
  SeenForm,
  z.object({
    because: writing({ missing: 'Enter why it is withdrawn', name: 'Why', longest: WHY }),
    atOnce: z.literal('yes').optional().catch(undefined),
  }),
);

export const FormatForm = z.intersection(SeenForm, z.object({ format: z.enum(FORMATS) }));

/** What a resource says, as the form has it. */
export function resourceFields(version: ResourceVersion): Record<string, string> {
  const { kind, title, about, topic, audience, language, body, url, transcript, isCaptioned, owner } = version;
  const texts = { kind, title, about, topic, audience, language, owner };
  return {
    ...texts,
    body: body ?? '',
    url: url ?? '',
    transcript: transcript ?? '',
    captioned: isCaptioned ? 'yes' : '',
    ...dayFields('review', version.reviewBy),
    ...dayFields('ends', version.endsOn),
  };
}
