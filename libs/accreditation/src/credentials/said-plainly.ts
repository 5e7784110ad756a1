/**
 * Does JSON say nothing but what a signature of its meaning covers? A proof is over the statements that are read out of a credential.
 * What is no statement (null, nothing, an empty address, a language that nothing is in) is passed over by it, and of a property that stands twice
 * programs differ about which one counts: each could be shown to somebody, and nobody has signed it.
 */
export function isSaidPlainly(text: string, read: Record<string, unknown>): boolean {
  const { '@context': _context, ...said } = read;
  return isPlain(said) && propertiesIn(read) === propertiesWritten(text);
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object') return value !== '';
  if (value === null) return false;
  const within = Object.entries(value);
  return within.length > 0 && within.every(([name, one]) => !name.startsWith('@') && isPlain(one));
}

function propertiesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, one) => sum + propertiesIn(one), own);
}

/** In JSON a string before a colon is the name of a property, and nothing else is. */
function propertiesWritten(json: string): number {
  return [...json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length;
}
