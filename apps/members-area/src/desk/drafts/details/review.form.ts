import { type ModuleFiles, readReview, REVIEW_FILE, textOf, writeReview } from '@induct/authoring';
import { said } from '@induct/platform';
import type { z } from 'zod';
import type { Fields } from '../../../forms/form-problems';
import { type Field, text } from '../frame/fields';
import { typedForm } from '../frame/typed';

const isList = (files: ModuleFiles): boolean => readReview(textOf(files, REVIEW_FILE)) !== undefined;

/** What the monitoring officer has to look at: three lists; where something else is written, that as it is. */
export const reviewFields = (files: ModuleFiles): readonly Field[] =>
  isList(files)
    ? [
        text(
          'confirm',
          said('Facts to confirm before publishing'),
          said('One on each line, with the screen it stands on'),
          6,
        ),
        text('localise', said('What differs between councils'), said('One on each line'), 4),
        text('watch', said('What is expected to change in law'), said('One on each line'), 4),
      ]
    : [text('review', said('What to look at'), said('Lines that begin with a hyphen are a list'), 16)];

export function reviewValues(files: ModuleFiles): Fields {
  const source = textOf(files, REVIEW_FILE);
  const review = readReview(source);
  if (!review) return { review: source.replace(/^#[^\n]*\n+/, '').trim() };
  return {
    intro: review.intro,
    confirm: review.confirm.join('\n'),
    localise: review.localise.join('\n'),
    watch: review.watch.join('\n'),
  };
}

/** @param title of the module @returns the file */
export const reviewForm = (title: string, files: ModuleFiles): z.ZodType<string> =>
  typedForm((typed) => {
    const missing = said('Write what the monitoring officer has to look at');
    if (!isList(files)) return `# What to check in "${title}"\n\n${typed.text('review', missing)}\n`;
    return writeReview(title, {
      intro: typed.text('intro'),
      confirm: typed.lines('confirm', missing),
      localise: typed.lines('localise'),
      watch: typed.lines('watch'),
    });
  });
