/** `0B4F5C` and `#0B4` are understood as people write them. */
export function colourTyped(typed: unknown): string {
  const text = typeof typed === 'string' ? typed.trim().toLowerCase().replace(/^#?/, '#') : '#';
  return /^#[0-9a-f]{3}$/.test(text) ? text.replaceAll(/[0-9a-f]/g, (digit) => digit + digit) : text;
}
