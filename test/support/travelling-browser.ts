/** A browser as far as redirects and cookies are concerned, over HTTP: it goes from site to site, and keeps each one's cookies. */
export class TravellingBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Asks for one page and follows nothing. */
  async ask(
    url: string,
    { form, headers = {} }: { form?: Record<string, string>; headers?: Record<string, string> } = {},
  ) {
    const { host, origin } = new URL(url);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { origin, 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      to: location === null ? undefined : new URL(location, url).href,
      body: await answer.text(),
    };
  }

  /** Follows redirects as long as they stay with one site. @returns where it is sent on to */
  async through(url: string): Promise<string> {
    const { host } = new URL(url);
    let at = url;
    for (let hops = 0; hops < 12 && new URL(at).host === host; hops++) {
      const { to, status, body } = await this.ask(at);
      if (to === undefined) throw new Error(`${at} answered ${status} instead of sending on: ${body.slice(0, 500)}`);
      at = to;
    }
    return at;
  }
}
