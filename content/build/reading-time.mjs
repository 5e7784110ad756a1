// What adults read of English non-fiction in silence: M. Brysbaert, "How many words do we read per minute?", Journal of Memory
// and Language 109 (2019), 190 studies. Every choice of a scenario and everything folded away counts as read;
// the source of a statement does not.
const WORDS_A_MINUTE = 238;
/** For a check on top of its words: thinking, and what it says to the answer. For a question of the test with its words. */
const SECONDS_A_QUESTION = 30;

export const testMinutes = (questions) => (questions * SECONDS_A_QUESTION) / 60;

/** Minutes for one screen: its words and its questions. */
export function readingMinutes(html, questions) {
  const words = withoutRepeatedLists(html)
    .replace(/\s*<cite class="source">.*?<\/cite>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;
  return words / WORDS_A_MINUTE + testMinutes(questions);
}

/** A matching question has the same list beside each of its items; it is read once. */
function withoutRepeatedLists(html) {
  const read = new Set();
  return html.replace(/<option[^>]*>[^<]*<\/option>/g, (option) => {
    if (read.has(option)) return '';
    read.add(option);
    return option;
  });
}
