import type { Template, TemplateLayout } from '../certificate/template';
import { type Language, LANGUAGES, languagesOf } from './template-check';
import { ARMS_CALLED, FRAME_CALLED, LANGUAGES_CALLED, TEXT_CALLED } from './template-names';
import { MOST_LINES, TEXT_NAMES } from './text-rules';

/** One thing that is otherwise. */
export interface TemplateChange {
  what: string;
  /** null: it was not there. */
  before: string | null;
  /** null: it goes. */
  after: string | null;
}

/** What is otherwise than in another template, choice by choice and text by text; of texts only those that are printed. */
export function templateChanges(before: Template, after: Template): TemplateChange[] {
  const pairs = [
    ...layoutRows(before.layout).map(([what, value], at) => [what, value, layoutRows(after.layout)[at]![1]] as const),
    ...LANGUAGES.flatMap((language) => textRows(language, before, after)),
  ];
  return pairs.filter(([, was, is]) => was !== is).map(([what, was, is]) => ({ what, before: was, after: is }));
}

const layoutRows = ({ languages, arms, frame, seal, learningTime }: TemplateLayout): [string, string][] => [
  ['Languages', LANGUAGES_CALLED[languages]],
  ['The council’s arms', ARMS_CALLED[arms]],
  ['Frame', FRAME_CALLED[frame]],
  ['Seal', seal ? 'Printed' : 'Not printed'],
  ['Learning time', learningTime ? 'Printed' : 'Not printed'],
];

function textRows(language: Language, before: Template, after: Template): [string, string | null, string | null][] {
  const [was, is] = [before, after].map((one) =>
    languagesOf(one).includes(language) ? one.words[language] : undefined,
  );
  const called = LANGUAGES_CALLED[language];
  return [
    ...TEXT_NAMES.map((name) => row(`${called}: ${TEXT_CALLED[name]}`, was?.[name], is?.[name])),
    ...Array.from({ length: MOST_LINES }, (_, at) =>
      row(`${called}: Further line ${at + 1}`, was?.lines[at], is?.lines[at]),
    ),
  ];
}

const row = (what: string, was: string | undefined, is: string | undefined): [string, string | null, string | null] => [
  what,
  was ?? null,
  is ?? null,
];
