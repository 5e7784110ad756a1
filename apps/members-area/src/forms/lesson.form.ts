import { LESSON_KINDS, type LessonKind } from '@induct/events';
import { z } from 'zod';
import { perhaps, writing } from './texts';

const LONGEST_LESSON = 2000;
const LONGEST_PROMPT = 300;

/** What is written down of a discussion. The id is of the form: sent twice, it is one lesson. */
export const LessonForm = z.object({
  id: z.uuid('We could not read the form: open the page again'),
  kind: z.enum(LESSON_KINDS, 'Choose what it is'),
  prompt: perhaps('The question', LONGEST_PROMPT),
  words: writing({ missing: 'Enter what was said', name: 'What was said', longest: LONGEST_LESSON }),
});

export const LESSON_KIND_NAMES: Record<LessonKind, string> = {
  discussion: 'What was talked about',
  lesson: 'A lesson',
  gap: 'A gap',
};

const HINTS: Record<LessonKind, string> = {
  discussion: 'What the group said to a question',
  lesson: 'What follows from it, for the council or for the next workshop',
  gap: 'What nobody could answer, or what was missing',
};

/** The radios of the form. */
export const kindItems = (chosen: unknown) =>
  LESSON_KINDS.map((value) => ({
    value,
    text: LESSON_KIND_NAMES[value],
    hint: { text: HINTS[value] },
    checked: chosen === value,
  }));
