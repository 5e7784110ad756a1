const FULL = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i;
const READ_ONLY = /EROFS|read-only file system/i;
const FORBIDDEN = /\b(EACCES|EPERM)\b/;

/**
 * What to say when the disk is in the way: it is full, or may not be written. Programs that we start (PostgreSQL, the browser)
 * say it in their own words, so these are looked for too.
 * @returns undefined when it is something else
 */
export function diskTrouble(error: unknown): string | undefined {
  const text = told(error);
  if (FULL.test(text)) return 'The disk is full. Make room on the disk that holds DATA_DIR, then try again.';
  if (READ_ONLY.test(text)) {
    return 'The disk is read-only. Make it writable, or choose another folder with DATA_DIR.';
  }
  const path = FORBIDDEN.test(text) && isSystemError(error) ? error.path : undefined;
  if (path)
    return `Induct may not write ${path}. Give the user that runs it the right to, or choose another folder with DATA_DIR.`;
  return undefined;
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error;

/** The codes and messages of an error and of what caused it. */
function told(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return '';
  const { code, stderr } = error as { code?: unknown; stderr?: unknown };
  return [String(code), error.message, typeof stderr === 'string' ? stderr : '', told(error.cause, depth + 1)].join(
    '\n',
  );
}
