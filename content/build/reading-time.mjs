// Careful reading of something new, on a screen.
const WORDS_A_MINUTE = 190;
const SECONDS_A_QUESTION = 30;

export const testMinutes = (questions) => (questions * SECONDS_A_QUESTION) / 60;

/** Minutes for one screen: its words and its questions. */
export function readingMinutes(html, questions) {
  const words = html
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;
  return words / WORDS_A_MINUTE + testMinutes(questions);
}
