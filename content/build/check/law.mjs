import { MARK } from '../law/marks.mjs';
import { readLaw } from '../law/register.mjs';
import { allSentencesOf } from './sentences.mjs';

/**
 * How a sentence sounds that says what the law is. It names an Act, regulations or a section, or says that a thing is an
 * offence or a duty by law. It finds too much rather than too little: what it finds is only said, and refuses nothing.
 */
const OF_LAW = [
  /\bAct\b/,
  /\b(?:Regulations|Order|Rules) (?:of )?(?:19|20)\d\d\b/,
  /\b(?:[Ss]ections?|[Rr]egulations?|[Aa]rticles?|[Ss]chedules?) \d/,
  /\b(?:by|in) (?:law|statute)\b/i,
  /\bthe law (?:says|requires|allows|lets|gives|sets|obliges|forbids|protects)\b/i,
  /\b(?:criminal|an|the) offence\b/i,
  /\ba crime\b/i,
  /\b(?:legal|statutory) (?:duty|duties|power|right)\b/i,
  /\bcourts? can quash\b/i,
];

/** Statements of law without their source, and sources that nobody has read since the module was last reviewed. */
export function checkLaw({ about, screens }, problems) {
  for (const { file, passages } of screens) {
    for (const { kind, line, marked } of passages) {
      if (kind === 'heading' || kind === 'words') continue;
      for (const statement of withoutSource(marked))
        problems.warn(file, line + 1, `A statement of law without its source: "${beginning(statement)} …"`);
    }
  }
  if (about) checkRead(about, new Set(screens.flatMap(({ lawNamed }) => lawNamed)), problems);
}

// A mark may stand before the full stop of its sentence or behind it.
const withoutSource = (marked) =>
  allSentencesOf(marked.replace(new RegExp(`([.!?:;]["'”’)]*)\\s*(${MARK}+)`, 'g'), '$2$1')).filter(
    (sentence) => !sentence.includes(MARK) && OF_LAW.some((sound) => sound.test(sentence)),
  );

const beginning = (sentence) => sentence.split(/\s+/).slice(0, 8).join(' ');

function checkRead({ value: { reviewed }, file, lineOf }, named, problems) {
  const line = lineOf(['reviewed']);
  for (const { name, read } of readLaw(problems).values()) {
    if (!named.has(name) || read >= reviewed) continue;
    problems.warn(
      file,
      line,
      read
        ? `"${name}" was last read on ${read}, before the module's review of ${reviewed} (content/law.yaml)`
        : `Nobody has written down when "${name}" was read (content/law.yaml)`,
    );
  }
}
