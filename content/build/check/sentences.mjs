// A full stop after these ends no sentence.
const SHORTENED = /\b(e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|No|Ch|s|ss|para|reg|art|v)\.(?=\s)/g;
// The source of a rule, in brackets: (Localism Act 2011, s. 30). It is there to be looked up, not to be read aloud.
const CITATION =
  /\s*[([][^()[\]]*\b(Act|Regulations?|Order|Rules|[Ss]ections?|ss?\.|[Ss]chedule|[Pp]aragraphs?|[Aa]rticles?|Part)\b[^()[\]]*[)\]]/g;
// The name of an Act is a name, however long: it counts as one word.
const ACT =
  /(?:\b[A-Z][\w’'-]*,?\s+(?:(?:and|of|the|for|to|in|etc\.?)\s+)*)+(?:Act|Regulations|Order|Rules)(?:\s+(?:19|20)\d\d)?/g;

/** A text as sentences, without the sources in brackets. */
export const sentencesOf = (text) => allSentencesOf(text.replace(CITATION, ''));

/** A text as sentences, with everything that is in it. */
export function allSentencesOf(text) {
  return text
    .replace(SHORTENED, '$1')
    .split(/(?<=[.!?…]["'”’)]*)\s+(?=["'“‘(£]*[A-Z0-9])|(?<=[:;])\s*\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** The words of a sentence; parts of a hyphened word count as words, the name of an Act as one. */
export const wordsOf = (sentence) => allWordsOf(sentence.replace(ACT, 'Act'));

/** The words of a sentence, with all those of an Act's name. */
export function allWordsOf(sentence) {
  return sentence.match(/£?\d[\d,.]*|[\p{L}][\p{L}\p{M}’']*/gu) ?? [];
}
