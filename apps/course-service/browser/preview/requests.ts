/** What became of something the panel sent. */
export type Sent<T> = { ok: true; answer: T } | { ok: false; message: string | undefined };

interface Problem {
  title?: string;
  detail?: string;
  remedy?: string;
}

const PATIENCE_MS = 30_000;

/** Asks the server of this preview. @param body undefined to read only */
export async function ask<T>(url: string, body?: object): Promise<Sent<T>> {
  try {
    const reply = await fetch(url, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = (await reply.json()) as T & Problem;
    if (reply.ok) return { ok: true, answer };
    return { ok: false, message: reply.status < 500 ? sentencesOf(answer) : undefined };
  } catch {
    return { ok: false, message: undefined };
  }
}

/** The reason and the remedy, which may hold the reason already. */
function sentencesOf({ title, detail, remedy }: Problem): string {
  const reason = (detail ?? title ?? '').replace(/\.$/, '');
  if (!remedy) return `${reason}.`;
  return remedy.startsWith(reason) ? remedy : `${reason}. ${remedy}`;
}
