import type { Config } from '@induct/platform';
import type { Statement } from './statement.rules';

const VERSION = '1.0.3';
const PATIENCE_MS = 20_000;

/** What became of statements that were sent together. */
export type StoreAnswer =
  | { kind: 'taken' }
  /** It can be tried again later: it is away, or does not let us in. */
  | { kind: 'not now'; problem: string }
  /** It will never take one of them. */
  | { kind: 'refused'; refusal: string };

export interface RecordStoreSettings {
  XAPI_URL: string;
  XAPI_KEY: string;
  XAPI_SECRET: string;
}

/** The settings of a record store, when there is one. */
export const recordStoreIn = ({ XAPI_URL, XAPI_KEY, XAPI_SECRET }: Config): RecordStoreSettings | undefined =>
  XAPI_URL && XAPI_KEY && XAPI_SECRET ? { XAPI_URL, XAPI_KEY, XAPI_SECRET } : undefined;

/** A learning record store (xAPI 1.0.3, part three, 2.1.1): statements in, nothing out. */
export class RecordStore {
  constructor(private readonly settings: RecordStoreSettings) {}

  async send(statements: readonly Statement[]): Promise<StoreAnswer> {
    const { XAPI_URL, XAPI_KEY, XAPI_SECRET } = this.settings;
    const answer = await fetch(`${XAPI_URL.replace(/\/+$/, '')}/statements`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${XAPI_KEY}:${XAPI_SECRET}`).toString('base64')}`,
        'content-type': 'application/json',
        'x-experience-api-version': VERSION,
      },
      body: JSON.stringify(statements),
      // Whoever answers with another address does not get the key.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => codeOf(error));
    if (typeof answer === 'string') return notNow(`The record store could not be reached (${answer})`);
    // A page behind a wrong address, or one to sign in at, answers well and has taken nothing.
    if (answer.ok)
      return areIds(await answer.json().catch(() => undefined)) ? { kind: 'taken' } : noStore(answer.status);
    return meaningOf(answer.status, wordsOf(await answer.text().catch(() => '')));
  }
}

function meaningOf(status: number, said: string): StoreAnswer {
  if (status === 401 || status === 403) return notNow(`The record store does not accept our key (${status})`);
  if (status === 404 || status === 405) return notNow(`There is no record store at its address (${status})`);
  if (status === 408 || status === 429 || status >= 500)
    return notNow(`The record store cannot take anything at the moment (${status})`);
  if (status < 400) return noStore(status);
  const known = 'The record store has another statement by the same number';
  return { kind: 'refused', refusal: status === 409 ? known : `The record store refused it (${status})${said}` };
}

const notNow = (problem: string): StoreAnswer => ({ kind: 'not now', problem });
const noStore = (status: number) => notNow(`Something else than a record store answers at its address (${status})`);

/** What a store says to statements that it has taken (xAPI 1.0.3, part three, 2.1.2). */
const areIds = (body: unknown): boolean => Array.isArray(body) && body.every((one) => typeof one === 'string');

/** What a store says may quote what it was sent: only letters and signs of plain words, and few of them. */
function wordsOf(text: string): string {
  const plain = text
    .replaceAll(/<[^>]*>|\S*@\S*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '…')
    .replaceAll(/[^\p{L}\p{N} .,:;()_/…-]+/gu, ' ')
    .replaceAll(/[\s…]*…[\s…]*|\s+/g, (gap) => (gap.includes('…') ? ' … ' : ' '))
    .trim();
  return plain === '' ? '' : `: ${plain.slice(0, 150)}`;
}

/** Only a name or a code: the rest of such an error may quote what was sent. */
function codeOf(error: unknown): string {
  const { name, cause } = error as Error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : name;
}
