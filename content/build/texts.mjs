/** Every text in a value read from YAML, with the path to it. */
export function* textsOf(value, path = []) {
  if (typeof value === 'string') yield { path, text: value };
  else if (value && typeof value === 'object')
    for (const [key, part] of Object.entries(value))
      yield* textsOf(part, [...path, Array.isArray(value) ? Number(key) : key]);
}
