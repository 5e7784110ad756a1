// Careful reading of something new, on a screen.
const WORDS_A_MINUTE = 190;
/** For a check on top of its words: thinking, and what it says to the answer. For a question of the test with its words. */
const SECONDS_A_QUESTION = 30;

export const testMinutes = (questions) => (questions * SECONDS_A_QUESTION) / 60;

/** Minutes for one screen: its words and its questions. */
export function readingMinutes(html, questions) {
  const words = withoutRepeatedLists(html)
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
