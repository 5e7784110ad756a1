import type { Config } from '@induct/platform';
import { z } from 'zod';
import type { Delivery, SentLetter } from '../outbox/deliveries';
import { type Carrier, type Returned, Undeliverable } from './carrier';
import { notifyToken } from './notify-key';
import { notifyWords } from './notify-words';

const PATIENCE_MS = 20_000;
const PATH = '/v2/notifications';

const Refusal = z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })).min(1) });
const Known = z.object({
  notifications: z.array(z.object({ id: z.string(), reference: z.string().nullable(), status: z.string() })),
});
type Known = z.infer<typeof Known>['notifications'];
const FAILED = /-failure$/;
/** It tells of 250 at once, the newest first, and keeps them for a week. */
const MOST_PAGES = 20;

/** What a letter needs to go by Notify. */
export interface NotifySettings extends Pick<Config, 'NOTIFY_URL'> {
  NOTIFY_API_KEY: string;
  NOTIFY_TEMPLATE_ID: string;
}

/**
 * Hands letters to GOV.UK Notify, as `((subject))` and `((body))` of one template. It has words only: an entry for a calendar is
 * a link. Its own client is not used: docs/decisions/1150.
 */
export class NotifyCarrier implements Carrier {
  constructor(private readonly settings: NotifySettings) {}

  async carry(letter: Delivery, signal: AbortSignal): Promise<void> {
    // Of a try before only the answer may be lost, and Notify sends whatever it is asked for twice.
    if (letter.attempts > 1 && (await this.isThere(letter.id, signal))) return;
    const { id, recipient, subject, calendar } = letter;
    const url = calendar?.url;
    const answer = await this.ask(`${PATH}/email`, signal, {
      template_id: this.settings.NOTIFY_TEMPLATE_ID,
      email_address: recipient,
      personalisation: {
        subject,
        body: notifyWords(letter, ...(url ? [{ url, text: 'The entry for your calendar' }] : [])),
      },
      reference: id,
    });
    await answer.body?.cancel();
  }

  /** What it could not hand over lies in the council's account there: it is asked for it, and whatever was sent once more since has not come back. */
  async returned(
    sentOf: (references: readonly string[]) => Promise<SentLetter[]>,
    signal: AbortSignal,
  ): Promise<Returned[]> {
    const found: Returned[] = [];
    let last: Known[number] | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const failed = await this.known(
        { template_type: 'email', status: 'failed', ...(last && { older_than: last.id }) },
        signal,
      );
      if (failed.length === 0) break;
      last = failed.at(-1);
      for (const letter of await sentOf(failed.flatMap(({ reference }) => reference ?? []))) {
        if (await this.isThere(letter.id, signal)) continue;
        const { status } = failed.find(({ reference }) => reference === letter.id)!;
        found.push({ letter, why: `GOV.UK Notify could not hand it over: ${status}` });
      }
    }
    return found;
  }

  async close(): Promise<void> {}

  /** Whether Notify has the letter, and has not failed with it. */
  private async isThere(id: string, signal: AbortSignal): Promise<boolean> {
    return (await this.known({ reference: id }, signal)).some(({ status }) => !FAILED.test(status));
  }

  private async known(about: Record<string, string>, signal: AbortSignal): Promise<Known> {
    const answer = await this.ask(`${PATH}?${new URLSearchParams(about).toString()}`, signal);
    return Known.parse(await answer.json()).notifications;
  }

  private async ask(path: string, signal: AbortSignal, body?: object): Promise<Response> {
    const answer = await fetch(new URL(path, this.settings.NOTIFY_URL), {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${notifyToken(this.settings.NOTIFY_API_KEY, new Date())}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      // Whoever answers with another address does not get the key's token.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    }).catch((error: unknown) => {
      throw signal.aborted
        ? (signal.reason as Error)
        : new Error(`GOV.UK Notify could not be reached: ${codeOf(error)}`);
    });
    if (answer.ok) return answer;
    throw await refusal(answer);
  }
}

/** Only a name or a code: the rest of such an error may quote what was sent. */
function codeOf(error: unknown): string {
  const { name, cause } = error as Error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : name;
}

/** Is about our key or our clock and no letter: once that is mended, every letter that waited goes by itself. */
const NOT_LET_IN = [401, 403];

/** Too much at once, what is wrong on their side, and that they do not know us, is tried again. */
async function refusal(answer: Response): Promise<Error> {
  const said = Refusal.safeParse(await answer.json().catch(() => undefined));
  const reasons = said.success
    ? said.data.errors.map(({ error, message }) => `${error}: ${message}`)
    : ['it said no reason'];
  const words = `GOV.UK Notify answered ${answer.status}: ${reasons.join('; ')}`;
  const { status } = answer;
  const isForLater = status === 429 || status >= 500 || NOT_LET_IN.includes(status);
  return isForLater ? new Error(words) : new Undeliverable(words);
}
