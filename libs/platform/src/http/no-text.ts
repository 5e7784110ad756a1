import { DomainError } from '../errors/domain-error';

/** PostgreSQL cannot keep NUL, and UTF-8 has no half of a surrogate pair: neither is text that anybody typed. */
export class NoText extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'We could not read that';
  override readonly remedy = 'Type the text again instead of pasting it, then send it again.';

  constructor() {
    super('There is a character in it that cannot be stored. It may have come with what you pasted.');
  }
}

/** Deeper than anything of ours; a reader that goes on for ever is an attack of its own. */
const DEEPEST = 64;

const isNoText = (text: string): boolean => text.includes('\0') || /\p{Surrogate}/u.test(text);

/** Whether a string anywhere in `value` (names of properties included) cannot be kept as text. */
export function holdsNoText(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isNoText(value);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  if (depth > DEEPEST) return true;
  if (Array.isArray(value)) return value.some((item) => holdsNoText(item, depth + 1));
  for (const key in value) {
    if (isNoText(key) || holdsNoText((value as Record<string, unknown>)[key], depth + 1)) return true;
  }
  return false;
}

/** @throws NoText */
export function mustBeText<Value>(value: Value): Value {
  if (holdsNoText(value)) throw new NoText();
  return value;
}

/** A cookie that cannot be text is none of ours; refusing it would shut out whoever was given it by somebody else. */
export function readCookie(value: string): string {
  try {
    const text = decodeURIComponent(value);
    return isNoText(text) ? '' : text;
  } catch {
    return value;
  }
}
