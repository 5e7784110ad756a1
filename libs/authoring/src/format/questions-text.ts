import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq } from 'yaml';
import { type Question, QUESTION_KEYS, type QuestionList, QUESTION_LISTS, type TestSettings } from './question-fields';
import { QuestionsShape, shaped } from './shapes';
import {
  indented,
  lineStart,
  type Path,
  readDocument,
  readYamlText,
  setYaml,
  spliced,
  withoutTail,
  yamlOf,
  YamlUnreadable,
} from './yaml-text';

const PATHS: Record<QuestionList, Path> = { checks: ['checks'], test: ['test', 'questions'] };

/** A question of the file: whose it is, and the lines it stands in. */
export interface QuestionPlace {
  list: QuestionList;
  id: string;
  /** In its list, from 0. */
  at: number;
  /** Its text, from the hyphen on. */
  from: number;
  to: number;
  /** Its first and last line, from 1. */
  lines: readonly [number, number];
  source: string;
}

/** Where every question stands. @throws YamlUnreadable */
export function questionPlaces(text: string): QuestionPlace[] {
  const document = readDocument(text);
  return QUESTION_LISTS.flatMap((list) => {
    const items = document.getIn(PATHS[list], true);
    if (!isSeq(items)) return [];
    return items.items.map((item, at) => {
      if (!isMap(item) || !item.range) throw new YamlUnreadable('A question is not written as one');
      const hyphen = text.lastIndexOf('-', item.range[0]);
      const from = lineStart(text, item.range[0]) <= hyphen ? hyphen : item.range[0];
      const to = withoutTail(text, from, item.range[1]);
      const id = item.get('id', true);
      return {
        list,
        id: isScalar(id) ? String(id.value) : '',
        at,
        from,
        to,
        lines: [lineOf(text, from), lineOf(text, to)] as const,
        source: text.slice(from, to),
      };
    });
  });
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** What a file of questions holds, as far as it can be read. */
export interface Questions {
  checks: readonly Question[];
  test: readonly Question[];
  settings: TestSettings;
}

/** @throws YamlUnreadable */
export function readQuestions(text: string): Questions {
  const read = shaped(QuestionsShape, readYamlText(text));
  const { questions, ...settings } = read.test ?? {};
  return {
    checks: read.checks ?? [],
    test: questions ?? [],
    settings: { title: 'Final test', intro: '', draw: 10, ...settings },
  };
}

/** The same file with another question in the place of one; the others keep their bytes, and what did not change in it, too. */
export function replaceQuestion(
  text: string,
  { list, at }: Pick<QuestionPlace, 'list' | 'at'>,
  question: Question,
): string {
  const before = readQuestions(text)[list][at];
  const keys = new Set([...QUESTION_KEYS, ...(Object.keys(before ?? {}) as (keyof Question)[])]);
  let changed = text;
  for (const key of keys)
    if (!isDeepStrictEqual(before?.[key], question[key]))
      changed = setYaml(changed, [...PATHS[list], at, key], question[key]);
  return changed;
}

/** The same file with one question more, behind the last of its list. */
export function addQuestion(text: string, list: QuestionList, question: Question): string {
  const places = questionPlaces(text).filter((place) => place.list === list);
  const item = `- ${indented(yamlOf(inOrder(question)), 2)}`;
  const last = places.at(-1);
  if (!last) return setYaml(text, PATHS[list], [inOrder(question)]);
  const indent = last.from - lineStart(text, last.from);
  const parted = places.length > 1 && /\n\s*\n/.test(text.slice(places[0]!.to, places[1]!.from)) ? '\n\n' : '\n';
  return spliced(text, { from: last.to, to: last.to }, `${parted}${' '.repeat(indent)}${indented(item, indent)}`);
}

const inOrder = (question: Question): object =>
  Object.fromEntries(QUESTION_KEYS.flatMap((key) => (question[key] === undefined ? [] : [[key, question[key]]])));

/** The same file without one of its questions. */
export function removeQuestion(text: string, { list, at }: Pick<QuestionPlace, 'list' | 'at'>): string {
  const places = questionPlaces(text).filter((place) => place.list === list);
  if (places.length === 1) return setYaml(text, PATHS[list], []);
  const place = places[at]!;
  const next = places[at + 1];
  // What stands between two of them stays with the second.
  if (next) return spliced(text, { from: place.from, to: next.from }, '');
  return spliced(text, { from: places[at - 1]!.to, to: place.to }, '');
}

/** The same file with a question and the one before or behind it in each other's places. */
export function moveQuestion(text: string, { list, at }: Pick<QuestionPlace, 'list' | 'at'>, by: -1 | 1): string {
  const places = questionPlaces(text).filter((place) => place.list === list);
  const [first, second] = [places[Math.min(at, at + by)], places[Math.max(at, at + by)]];
  if (!first || !second) return text;
  return (
    text.slice(0, first.from) + second.source + text.slice(first.to, second.from) + first.source + text.slice(second.to)
  );
}

/** The same file with other settings of the test. */
export function setTest(text: string, settings: TestSettings): string {
  let changed = text;
  for (const key of ['title', 'intro', 'draw', 'attempts'] as const)
    changed = setYaml(changed, ['test', key], settings[key]);
  return changed;
}
