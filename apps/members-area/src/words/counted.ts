import { counted } from '@induct/platform';

export { counted, figure } from '@induct/platform';

const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** `5.2 MB`, in thousands as the file managers of most computers count. */
export function fileSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  if (unit === 0) return counted(bytes, 'byte');
  return `${size >= 100 ? Math.round(size) : Math.round(size * 10) / 10} ${UNITS[unit]}`;
}
