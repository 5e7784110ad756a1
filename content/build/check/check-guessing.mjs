import { basename } from 'node:path';
import { guessesAt, outside, unlike } from './guessing.mjs';
import { STILL_GUESSABLE } from './still-guessable.mjs';

/** A smaller bank says nothing about chance. */
const LEAST_TO_MEASURE = 20;
const LEAST_APPLIED = 0.5;
const NUMBER = /^(about |exactly )?£?\d|^(one|two|three|four|five|six|seven|eight|nine|ten)\b/i;
const ALL_OF_THESE = /^(all|none|both|neither) of (these|them|the above)\b/i;

/**
 * That a module cannot be passed by somebody who has not read it.
 * @returns the measures of guessing.mjs; undefined when the bank cannot be read or is too small to be measured
 */
export function checkGuessing(parts, problems, stillGuessable = STILL_GUESSABLE) {
  if (!parts.questions) return undefined;
  const { value, file, lineOf } = parts.questions;
  noteOrders(parts.questions, problems);
  if (value.test.questions.length < LEAST_TO_MEASURE) return undefined;
  const say = stillGuessable.includes(basename(parts.folder)) ? 'warn' : 'add';
  const measures = guessesAt(parts);
  for (const found of outside(measures)) problems[say](...inWords(found));
  for (const { file: where, line, lengths } of unlike(parts))
    problems[say](where, line, `Choices of ${lengths.join(', ')} letters: write them of like length`);
  const applied = value.test.questions.filter(({ applies }) => applies).length;
  if (applied < value.test.questions.length * LEAST_APPLIED)
    problems[say](
      file,
      lineOf(['test', 'questions']),
      `${applied} of ${value.test.questions.length} questions ask to use what was read: mark at least half "applies: true"`,
    );
  return measures;
}

/** Where to look, and what a guesser gets. */
export function inWords({ name, cases, share, chance }) {
  const away = cases.filter(({ hit, chance: by }) => (share > chance ? hit > by : hit < by));
  const [{ file, line }] = away;
  const percent = (of) => `${Math.round(of * 100)}%`;
  const others = away.slice(1).map((one) => (one.file === file ? one.line : `${basename(one.file)}:${one.line}`));
  const also = others.length > 0 ? `; so do ${others.join(', ')}` : '';
  return [
    file,
    line,
    `A guesser's rule. ${name}: ${percent(share)} of ${cases.length}, by chance ${percent(chance)}${also}`,
  ];
}

/** Choices with an order of their own would look odd in another. */
function noteOrders({ value: { checks, test }, file, lineOf }, problems) {
  for (const [path, list] of [
    [['checks'], checks],
    [['test', 'questions'], test.questions],
  ]) {
    list.forEach(({ choices, keepOrder }, index) => {
      if (!choices || keepOrder) return;
      const texts = choices.map(({ text }) => text);
      if (texts.every((text) => NUMBER.test(text)) || texts.some((text) => ALL_OF_THESE.test(text)))
        problems.add(file, lineOf([...path, index, 'choices']), 'These choices have an order: write "keepOrder: true"');
    });
  }
}
