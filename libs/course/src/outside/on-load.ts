const MOST_FUNCTIONS = 2_000;
const MOST_LISTENERS = 100;
const LONGEST_BODY = 20_000;
/** Deeper, one can no longer say that it happens at once. */
const DEEPEST_CALL = 2;

const OPENS = '{'.charCodeAt(0);
const CLOSES = '}'.charCodeAt(0);

const NAMED = /\bfunction\s+([a-z_$][\w$]*)\s*\(|\b([a-z_$][\w$]*)\s*[=:]\s*function\b/gi;
const CALLED = /(?<![\w$.])([a-z_$][\w$]*)\s*\(/gi;
const LISTENS =
  /\bonload\s*=\s*(?!["'])|addEventListener\(\s*["'](?:load|DOMContentLoaded)["']\s*,\s*|\$\(\s*document\s*\)\s*\.ready\(\s*|\$\(\s*(?=function)/g;

/**
 * The code of a page that runs as soon as it is loaded, as far as can be told without running it: what stands outside
 * functions, what `onload` and its like name, and what these call.
 * @param html of the page
 * @param scripts of the package that it includes; their top level is not looked at, it belongs to libraries
 */
export function codeOnLoad(html: string, scripts: readonly string[]): string {
  const inline = inlineScripts(html);
  const functions = functionsOf([inline, ...scripts]);
  const attribute = /<(?:body|frameset)\b[^>]{0,2000}?\sonload\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(html);
  const start = [attribute?.[1] ?? attribute?.[2] ?? '', withoutFunctions(inline), ...listeners(inline)];
  const taken = new Set<string>();
  const parts = [...start];
  let calling = start;
  for (let depth = 0; depth < DEEPEST_CALL; depth++) {
    const names = calling.flatMap((code) => Array.from(code.matchAll(CALLED), ([, name]) => name!));
    calling = [...new Set(names)].flatMap((name) => {
      const body = taken.has(name) ? undefined : functions.get(name);
      taken.add(name);
      return body === undefined ? [] : [body];
    });
    parts.push(...calling);
  }
  return parts.join('\n');
}

function inlineScripts(html: string): string {
  const lower = html.toLowerCase();
  const parts: string[] = [];
  for (let at = lower.indexOf('<script'); at >= 0; at = lower.indexOf('<script', at)) {
    const start = lower.indexOf('>', at);
    const end = lower.indexOf('</script', start);
    if (start < 0 || end < 0) break;
    parts.push(html.slice(start + 1, end));
    at = end;
  }
  return parts.join('\n');
}

function functionsOf(sources: readonly string[]): Map<string, string> {
  const functions = new Map<string, string>();
  let tried = 0;
  for (const code of sources) {
    for (const match of code.matchAll(NAMED)) {
      if (++tried > MOST_FUNCTIONS) return functions;
      const body = bodyFrom(code, match.index);
      if (body) functions.set((match[1] ?? match[2])!, code.slice(body.start, body.end));
    }
  }
  return functions;
}

/** What is given to a listener of loading: the body of a function, or the name of one. */
function listeners(code: string): string[] {
  return Array.from(code.matchAll(LISTENS), (match, count) => {
    if (count >= MOST_LISTENERS) return '';
    const given = code.slice(match.index + match[0].length, match.index + match[0].length + 200);
    if (!/^(async\s+)?(function\b|\([^)]*\)\s*=>|\w+\s*=>)/.test(given)) return `${given.split(/[;,)\n]/, 1)[0]!}()`;
    const body = bodyFrom(code, match.index + match[0].length);
    return body ? code.slice(body.start, body.end) : '';
  });
}

function withoutFunctions(code: string): string {
  const kept: string[] = [];
  let done = 0;
  for (const match of code.matchAll(/\bfunction\b|=>\s*\{/g)) {
    if (match.index < done) continue;
    const body = bodyFrom(code, match.index);
    kept.push(code.slice(done, match.index));
    // Nobody knows where it ends: nothing after it is looked at.
    if (!body) return kept.join('\n');
    done = body.end;
  }
  return [...kept, code.slice(done)].join('\n');
}

/** From the next brace to the one that closes it; strings and comments are not told apart, so it is a guess. */
function bodyFrom(code: string, from: number): { start: number; end: number } | undefined {
  const ahead = code.slice(from, from + 500).indexOf('{');
  if (ahead < 0) return undefined;
  const start = from + ahead;
  const last = Math.min(code.length, start + LONGEST_BODY);
  let depth = 0;
  for (let at = start; at < last; at++) {
    const sign = code.charCodeAt(at);
    if (sign === OPENS) depth++;
    if (sign === CLOSES && --depth === 0) return { start, end: at + 1 };
  }
  return undefined;
}

/** A new window; one that only takes the place of this one is none. */
export function opensWindow(code: string): boolean {
  return Array.from(code.matchAll(/\bwindow\s*\.\s*open\s*\(([^;\n]{0,300})/g)).some(
    ([, given = '']) => !/["']_(self|top|parent)["']/.test(given),
  );
}

/** The other website that the code goes to; undefined when it stays. */
export function goesTo(code: string): string | undefined {
  const left =
    /\blocation(?:\.href)?\s*=\s*["']((?:https?:)?\/\/[^"']{1,500})["']|\blocation\.(?:replace|assign)\(\s*["']((?:https?:)?\/\/[^"']{1,500})["']/i;
  const match = left.exec(code);
  return match?.[1] ?? match?.[2];
}
