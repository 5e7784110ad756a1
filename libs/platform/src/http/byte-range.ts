export type ByteRange = { start: number; end: number } | 'whole' | 'beyond';

/**
 * One range of a file (RFC 9110, 14.1.2), as video players ask for it. Several ranges at once are answered whole.
 * @param size of the file in bytes
 * @returns both ends included; `beyond` when nothing of the file is in it
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'whole';
  const [from, to] = [match[1]!, match[2]!];
  if (from === '') {
    const last = Number(to);
    return last === 0 || size === 0 ? 'beyond' : { start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start >= size) return 'beyond';
  return end < start ? 'whole' : { start, end };
}
