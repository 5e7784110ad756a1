// Sentences of scripts in the language of whoever reads the page. The page brings them beside its scripts, by the English; without
// them English is said, as it stands in the script.
const words = Object.assign(
  {},
  ...[...document.querySelectorAll('script[data-speech]')].map(({ textContent }) => JSON.parse(textContent).words),
);

/** @param english a literal: its words are looked up by it */
export const say = (english) => words[english] ?? english;
