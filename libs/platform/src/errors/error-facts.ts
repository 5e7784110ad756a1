import { withoutPersonalData } from './personal-data';

/** PostgreSQL's "data exceptions" quote the value in their message. */
const quotesValue = (code: unknown): code is string => typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
/** Fastify's own errors quote the address. */
const quotesAddress = (code: unknown): code is string => typeof code === 'string' && code.startsWith('FST_ERR_');

/**
 * What is logged of an error. Its other properties are left out: a failed query carries its text and its parameters, which
 * are people's names and addresses.
 */
export function errorFacts(error: Error & { code?: unknown; constraint?: unknown }) {
  const { name, message, stack, code, constraint } = error;
  const told = quotesValue(code)
    ? `A value does not fit (${code})`
    : quotesAddress(code)
      ? `The request could not be served (${code})`
      : withoutPersonalData(message);
  return {
    type: name,
    message: told,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    stack: withoutPersonalData(stack?.replace(message, () => told) ?? ''),
  };
}

/** An error in a line of the log. */
export const errorWords = (error: unknown): string =>
  error instanceof Error ? errorFacts(error).message : withoutPersonalData(String(error));

/** An error with where it happened, for a terminal. */
export const errorTrace = (error: unknown): string =>
  error instanceof Error ? errorFacts(error).stack || errorWords(error) : errorWords(error);
