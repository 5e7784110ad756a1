import { escape } from '../html.mjs';
import { Problems } from '../problems.mjs';
import { readLaw } from './register.mjs';
import { sourcesIn } from './sources.mjs';

/** Stands for a mark in the text that is checked; it is no letter of any text. */
export const MARK = '\u2045';

/**
 * `[s31 Children Act 1989]` behind a statement: where it stands in law. The page shows a small button that opens the
 * source; print shows it. Square brackets with a figure only, like the year of a judgment, stay what they are.
 */
export function lawMarks(markdown) {
  markdown.inline.ruler.before('link', 'law_mark', parseMark);
  markdown.core.ruler.after('inline', 'law_marks', resolveMarks);
  markdown.renderer.rules.law_mark = (tokens, index) => rendered(tokens[index].meta);
}

function parseMark(state, silent) {
  if (state.src[state.pos] !== '[') return false;
  const [whole, mark] = /^\[([^[\]]+)\](?![([:])/.exec(state.src.slice(state.pos)) ?? [];
  if (!whole || !/\p{L}/u.test(mark)) return false;
  if (!silent) state.push('law_mark', '', 0).meta = { mark };
  state.pos += whole.length;
  return true;
}

/** Finds every mark in the register. A mark in a feedback or explanation has no screen to number it and no line. */
function resolveMarks({ tokens, env }) {
  let number = 0;
  // A cell of a table has no line of its own.
  let line = 0;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    let breaks = 0;
    for (const child of token.children ?? []) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') breaks += 1;
      if (child.type !== 'law_mark') continue;
      number += 1;
      Object.assign(child.meta, { number, sources: [] });
      try {
        child.meta.sources = sourcesIn(child.meta.mark, (env.law ??= register()));
      } catch (error) {
        if (!env.problem) throw error;
        env.problem(line + breaks, error.message);
      }
      env.lawNamed?.push(...child.meta.sources.map(({ name }) => name));
    }
  }
}

let known;
function register() {
  const problems = new Problems();
  known ??= readLaw(problems);
  problems.throwIfAny();
  return known;
}

function rendered({ number, sources }) {
  const shown = sources.map(({ words, url }) =>
    url
      ? `<a href="${escape(url)}" target="_blank" rel="noopener">${escape(words)}<span class="away"> (opens in a new tab)</span></a>`
      : escape(words),
  );
  return `<cite class="source"><button type="button" aria-expanded="false">Source<span class="away"> ${number} on this screen</span></button><span class="source-words" hidden> ${shown.join('; ')}</span></cite>`;
}
