import { escape } from './html.mjs';

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
const FACT = /\{\{\s*([a-z0-9_]+)\s*\}\}/y;

/**
 * `{{key}}` stands for a fact of the council, in the text of blocks "in your council" and nowhere else. The page has an
 * element for it with the words of this build: whoever opens the module in Induct is shown what officers have typed instead.
 */
export function councilFacts(markdown) {
  markdown.core.ruler.after('block', 'placeholders', refuseMisplaced);
  markdown.inline.ruler.before('link', 'fact', parseFact);
  markdown.renderer.rules.fact = (tokens, index) =>
    `<span data-fact="${tokens[index].meta.key}">${escape(tokens[index].content)}</span>`;
}

/** A telephone number stays on one line. */
export const unbroken = (text) => text.replace(/(?<=\d) (?=\d)/g, '\u00a0');

function refuseMisplaced({ tokens, env }) {
  const open = [];
  // A cell of a table has no line of its own.
  let line = 0;
  let isHeading = false;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    if (token.type === 'block_open') {
      open.push(token.info);
      refuse(token.meta, line, false, env);
    }
    if (token.type === 'block_close') open.pop();
    if (['th_open', 'heading_open'].includes(token.type)) isHeading = true;
    if (['th_close', 'heading_close'].includes(token.type)) isHeading = false;
    if (token.type === 'inline') refuse(token.content, line, open.includes('council') && !isHeading, env);
    if (token.type === 'fence' || token.type === 'code_block') refuse(token.content, line, false, env);
  }
}

function refuse(content, firstLine, isText, env) {
  for (const { 0: whole, 1: key, index } of content.matchAll(PLACEHOLDER)) {
    const line = firstLine + content.slice(0, index).split('\n').length - 1;
    if (!isText) env.problem?.(line, `${whole} is filled only in a block "council", in its text`);
    else if (!env.council.facts.has(key))
      env.problem(line, `The council's facts (${env.council.name}) have no "${key}"`);
  }
}

function parseFact(state, silent) {
  FACT.lastIndex = state.pos;
  const [whole, key] = FACT.exec(state.src) ?? [];
  const fact = whole && state.env.council?.facts.get(key);
  if (!fact) return false;
  if (!silent) Object.assign(state.push('fact', '', 0), { content: unbroken(fact.says), meta: { key } });
  state.pos += whole.length;
  return true;
}
