const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Fills `{{key}}` from the council's facts in blocks "in your council"; anywhere else it is a mistake. */
export function fillPlaceholders({ tokens, env }) {
  const open = [];
  // A cell of a table has no line of its own.
  let line = 0;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    if (token.type === 'block_open') {
      open.push(token.info);
      token.meta = filled(token.meta, line, open.includes('council'), env);
    }
    if (token.type === 'block_close') open.pop();
    if (token.type === 'inline' || token.type === 'fence' || token.type === 'code_block')
      token.content = filled(token.content, line, open.includes('council'), env);
  }
}

function filled(content, firstLine, inCouncil, env) {
  return content.replace(PLACEHOLDER, (whole, key, offset) => {
    const line = firstLine + content.slice(0, offset).split('\n').length - 1;
    if (!inCouncil) {
      env.problem?.(line, `${whole} is filled only in a block "council"`);
      return whole;
    }
    const fact = env.council.facts.get(key);
    if (fact === undefined) env.problem(line, `The council's facts (${env.council.name}) have no "${key}"`);
    // A telephone number stays on one line.
    return fact?.replace(/(?<=\d) (?=\d)/g, '\u00a0') ?? whole;
  });
}
