/** The pairs of a properties file in their order: a line that ends with a backslash goes on in the next. */
export function pairsOf(text: string): [key: string, value: string][] {
  return text
    .replace(/\\\r?\n/g, '')
    .split(/\r?\n/)
    .filter((line) => !line.includes('####'))
    .flatMap((line): [string, string][] => {
      const at = line.indexOf('=');
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1)]];
    });
}

/** A book of words: what a key stands for, with `%s` filled in. What is not in the book stands for itself. */
export type Words = (key: string, ...given: string[]) => string;

export function wordsOf(text: string): Words {
  // In these files a line that goes on is indented, and the indent is no part of it.
  const lines = text.replace(/\\\r?\n\s*/g, '').split(/\r?\n/);
  const book = new Map(
    pairsOf(lines.filter((line) => !/^\s*#/.test(line)).join('\n')).map(([key, value]) => [key, value.trimStart()]),
  );
  return (key, ...given) => {
    const found = book.get(key);
    if (found === undefined) return key;
    const left = [...given];
    return found.replace(/%s/g, () => left.shift() ?? '');
  };
}

/** `\u00E9` becomes é; what only looks like it stays. */
export const withoutEscapes = (text: string): string =>
  text.replace(/\\u([\da-fA-F]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
