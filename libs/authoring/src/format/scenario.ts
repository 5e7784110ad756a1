import { bodyFromMarkdown, bodyToMarkdown, oneLine } from './light-text';
import { CLOSING, OPENING } from './screen-text';

export const TONES = ['wise', 'partly', 'unwise'] as const;
export type Tone = (typeof TONES)[number];

export interface ScenarioChoice {
  tone: Tone;
  text: string;
  follows: string;
  /** What is asked then. */
  next?: Scenario;
}

/** A situation, and two to four ways to act in it. */
export interface Scenario {
  id: string;
  heading: string;
  situation: string;
  choices: readonly ScenarioChoice[];
}

export function writeScenario({ id, heading, situation, choices }: Scenario): string {
  const told = bodyToMarkdown(situation);
  const pieces = [`::: scenario ${id} ${oneLine(heading)}`, told, ...choices.map(writeChoice), ':::'];
  return pieces.filter((piece) => piece !== '').join('\n\n');
}

function writeChoice({ tone, text, follows, next }: ScenarioChoice): string {
  const pieces = [
    `::: choice ${tone} ${oneLine(text)}`,
    bodyToMarkdown(follows),
    next ? writeScenario(next) : '',
    ':::',
  ];
  return pieces.filter((piece) => piece !== '').join('\n\n');
}

/** @returns undefined when it holds something else than a scenario's form does */
export function readScenario(source: string): Scenario | undefined {
  const { name, words, text, within } = opened(source);
  const [, id, heading] = /^([a-z0-9-]+)\s+(.+)$/.exec(words) ?? [];
  if (name !== 'scenario' || !id) return undefined;
  const choices = within.map(readChoice);
  if (!choices.every((choice) => choice !== undefined)) return undefined;
  return { id, heading: heading!, situation: bodyFromMarkdown(text), choices };
}

function readChoice(source: string): ScenarioChoice | undefined {
  const { name, words, text, within } = opened(source);
  const [, marked, said] = /^(\S+)\s+(.+)$/.exec(words) ?? [];
  const tone = TONES.find((one) => one === marked);
  if (name !== 'choice' || !tone || within.length > 1) return undefined;
  const next = within[0] === undefined ? undefined : readScenario(within[0]);
  if (within.length > 0 && !next) return undefined;
  return { tone, text: said!, follows: bodyFromMarkdown(text), ...(next && { next }) };
}

/** A block: its own text, and the blocks in it, each as it is written. */
function opened(source: string): { name: string; words: string; text: string; within: string[] } {
  const lines = source.split('\n');
  const [, name = '', words = ''] = OPENING.exec(lines[0]!) ?? [];
  const text: string[] = [];
  const within: string[][] = [];
  let depth = 0;
  for (const line of lines.slice(1, -1)) {
    const isClosing = CLOSING.test(line);
    if (!isClosing && OPENING.test(line)) {
      if (depth === 0) within.push([]);
      depth += 1;
    }
    if (depth > 0) within.at(-1)!.push(line);
    else text.push(line);
    if (isClosing) depth -= 1;
  }
  return { name, words: words.trim(), text: text.join('\n'), within: within.map((block) => block.join('\n')) };
}
