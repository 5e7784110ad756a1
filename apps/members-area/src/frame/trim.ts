import { runtime } from 'nunjucks';

/**
 * Nunjucks's filter, whose own pattern takes time with the square of a text's spaces: GOV.UK's macros trim whole forms,
 * and a third of a long page's time went there. What was safe stays safe.
 */
export const trim = (text: string | runtime.SafeString): string | runtime.SafeString => {
  const trimmed = String(text).trim();
  return text instanceof runtime.SafeString ? new runtime.SafeString(trimmed) : trimmed;
};
