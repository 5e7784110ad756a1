import { MARK } from '../law/marks.mjs';
import { readLaw } from '../law/register.mjs';
import { allSentencesOf } from './sentences.mjs';

/**
 * How a sentence sounds that says what the law is. It names an Act, regulations or a section, or says that a thing is an
 * offence or a duty by law. It finds too much rather than too little: what it finds is only said, and refuses nothing.
 */
const OF_LAW = [
  /(?<!\bNo )\bAct\b(?! (?:in|on|for|as|of Parliament)\b)/,
  /\b(?:Regulations|Order|Rules) (?:of )?(?:19|20)\d\d\b/,
  /\b(?:[Ss]ections?|[Rr]egulations?|[Aa]rticles?|[Ss]chedules?) \d/,
  /\bby (?:law|statute)\b/i,
  /\bThe law (?:says|requires|allows|lets|gives|sets|obliges|forbids|protects)\b/,
  /\b(?:criminal|an|the) offence\b/i,
  /\b(?:is|be|are) a crime\b/i,
  /\b(?:legal|statutory) (?:duty|duties|power|right)\b/i,
  /\bcourts? can quash\b/i,
];

/** Fewer are the name of a thing, as in the cell of a table: "A section 114 report". */
const LEAST_WORDS = 5;

/** Statements of law without their source, and sources that nobody has read since the module was last reviewed. */
export function checkLaw({ about, screens }, problems) {
  for (const { file, passages } of screens) {
    const rows = new Set(
      passages.filter(({ kind, marked }) => kind === 'cell' && marked.includes(MARK)).map(({ line }) => line),
    );
    for (const { kind, line, marked } of passages) {
      if (kind === 'heading' || kind === 'words' || rows.has(line)) continue;
      for (const statement of withoutSource(marked))
        problems.warn(file, line + 1, `A statement of law without its source: "${beginning(statement)} …"`);
    }
  }
  if (about) checkRead(about, new Set(screens.flatMap(({ lawNamed }) => lawNamed)), problems);
}

/**
 * A mark covers what stands before it in its paragraph, back to the mark before, and in a table its row. What is behind the
 * last has none.
 */
function withoutSource(marked) {
  const behind = marked.slice(marked.lastIndexOf(MARK) + 1).replace(/^[.!?:;]["'”’)]*/, '');
  return allSentencesOf(behind).filter(
    (sentence) => sentence.split(' ').length > LEAST_WORDS && OF_LAW.some((sound) => sound.test(sentence)),
  );
}

const beginning = (sentence) => sentence.split(/\s+/).slice(0, 8).join(' ');

function checkRead({ value: { reviewed, lawRead = {}, sources }, file, lineOf }, named, problems) {
  const line = lineOf(['reviewed']);
  const laws = [...readLaw(problems).values()]
    .filter(({ name }) => named.has(name))
    .map((law) => ({ ...law, read: latest(law.read, lawRead[law.name]) }));
  for (const { name, read } of laws.filter((law) => law.read && law.read < reviewed))
    problems.warn(
      file,
      line,
      `"${name}" was last read on ${read}, before the review of ${reviewed} (content/law.yaml)`,
    );
  const unread = laws.filter(({ read }) => !read).map(({ name }) => name);
  if (unread.length > 0)
    problems.warn(file, line, `Nobody has written down in content/law.yaml when these were read: ${unread.join('; ')}`);
  sources.forEach(({ title, read }, index) => {
    if (read && read < reviewed)
      problems.warn(
        file,
        lineOf(['sources', index, 'read']),
        `"${title}" was last read on ${read}, before the review of ${reviewed}`,
      );
  });
}

/** Of days like 2026-11-30. */
const latest = (...days) =>
  days
    .filter(Boolean)
    .toSorted((a, b) => a.localeCompare(b))
    .at(-1);
