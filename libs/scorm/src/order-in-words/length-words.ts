/** `1 hour 30 minutes`. */
export function lengthInWords(milliseconds: number): string {
  const UNITS = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
  ] as const;
  let rest = milliseconds;
  const words = UNITS.flatMap(([name, length]) => {
    const count = name === 'second' ? rest / length : Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return words.join(' ') || '0 seconds';
}
