/**
 * Cookies of content, in this page's memory: they reach no server, and are gone with the page. Some content keeps notes to
 * itself in them, or asks by one whether the browser takes any.
 */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  text(): string {
    return [...this.cookies].map(([name, value]) => (name === '' ? value : `${name}=${value}`)).join('; ');
  }

  /** @param line as `document.cookie` takes it: one cookie and its attributes */
  set(line: string, now: number): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, at)).trim();
    const value = pair.slice(at + 1).trim();
    if (attributes.some((attribute) => hasPassed(attribute, now))) this.cookies.delete(name);
    else if (line.length <= 4096 && (this.cookies.has(name) || this.cookies.size < 180)) this.cookies.set(name, value);
  }
}

function hasPassed(attribute: string, now: number): boolean {
  const [name, value = ''] = attribute.split('=', 2);
  if (name!.toLowerCase() === 'max-age') return Number(value) <= 0;
  return name!.toLowerCase() === 'expires' && Date.parse(value) <= now;
}
