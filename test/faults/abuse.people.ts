import { setTimeout as pause } from 'node:timers/promises';

/** Somebody signed in at a demo council. */
export interface SignedIn {
  name: string;
  cookie: string;
}

/** Signs in one persona of the demo council whose button has these words. */
export async function signInAs(site: string, words: RegExp): Promise<SignedIn> {
  const page = await (await fetch(`${site}/sign-in`)).text();
  const forms = page.split('action="/sign-in/persona"').slice(1);
  const found = forms.map((form) => ({
    id: /name="person" value="([^"]+)"/.exec(form)?.[1],
    name: /Sign in as ([^<]+?)\s*</.exec(form)?.[1],
    text: form.slice(0, form.indexOf('</form>')),
  }));
  const one = found.find(({ name, text }) => words.test(`${name} ${text}`));
  if (!one?.id || !one.name) throw new Error(`The demo council has nobody like ${String(words)}`);
  const reply = await post(`${site}/sign-in/persona`, site, { person: one.id, next: '/' });
  const cookie = reply.headers.getSetCookie().find((set) => set.startsWith('induct='));
  if (!cookie) throw new Error(`${one.name} could not sign in (${reply.status})`);
  return { name: one.name, cookie: cookie.split(';', 1)[0]! };
}

export const post = (url: string, origin: string, form: Record<string, string>, cookie = ''): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });

/** Opens pages at the pace of a person in a hurry and notes how long each took. */
export class Bystander {
  readonly took: number[] = [];
  /** Answers that were none of a page: each is somebody who was kept from something. */
  refused = 0;
  private going = true;
  private readonly walk: Promise<void>;

  constructor(site: string, paths: string[], cookie: string) {
    this.walk = this.go(site, paths, cookie);
  }

  async stop(): Promise<void> {
    this.going = false;
    await this.walk;
  }

  private async go(site: string, paths: string[], cookie: string): Promise<void> {
    for (let at = 0; this.going; at++) {
      const started = performance.now();
      const status = await fetch(site + paths[at % paths.length]!, {
        headers: { cookie, accept: 'text/html' },
        redirect: 'manual',
      })
        .then(async (reply) => {
          await reply.arrayBuffer();
          return reply.status;
        })
        .catch(() => 0);
      this.took.push(performance.now() - started);
      if (status !== 200) this.refused++;
      await pause(100);
    }
  }
}
