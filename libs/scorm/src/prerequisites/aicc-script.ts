/** What an expression says of an item: a status of AICC, of which only the first letter counts. */
export type Status = 'passed' | 'completed' | 'failed' | 'incomplete' | 'not attempted';

/** What has to hold before something may be opened (SCORM 1.2 CAM 2.3.2.5.1, AICC CMI001). */
export type Expression =
  /** Passed or completed. */
  | { kind: 'done'; item: string }
  | { kind: 'is'; item: string; status: Status; negated: boolean }
  | { kind: 'not'; of: Expression }
  | { kind: 'all' | 'any'; of: Expression[] }
  | { kind: 'atLeast'; count: number; of: Expression[] };

/** More than any author writes by hand. */
const LIMITS = { characters: 10_000, depth: 50 };

/** "browsed" is recorded as begun, so it is asked for as that. */
const STATUSES: Readonly<Record<string, Status>> = {
  p: 'passed',
  c: 'completed',
  f: 'failed',
  i: 'incomplete',
  b: 'incomplete',
  n: 'not attempted',
};

/**
 * Reads `A & (B | C="passed") & 2*{D, E, F}`. `~` binds closer than `&`, and that closer than `|`.
 * @returns undefined when it cannot be read
 */
export function readAiccScript(text: string): Expression | undefined {
  if (text.length > LIMITS.characters) return undefined;
  const tokens = tokensOf(text);
  return tokens && new Reader(tokens).whole();
}

/** The items that an expression names. */
export function itemsOf(expression: Expression): string[] {
  if ('item' in expression) return [expression.item];
  return expression.kind === 'not' ? itemsOf(expression.of) : expression.of.flatMap(itemsOf);
}

interface Token {
  /** A sign, or a name. */
  kind: string;
  text: string;
}

const TOKEN = /\s*(?:(&&?|\|\|?|<>|[~=(){},*])|"([^"]*)"|([^\s&|~=<>(){},*"]+))/y;

function tokensOf(text: string): Token[] | undefined {
  // What was escaped twice: authors do.
  const whole = text.replaceAll('&amp;', '&').trim();
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < whole.length) {
    const match = TOKEN.exec(whole);
    if (!match) return undefined;
    const [, sign, quoted, name] = match;
    tokens.push(
      sign
        ? { kind: sign.length > 1 && sign !== '<>' ? sign[0]! : sign, text: sign }
        : { kind: 'name', text: quoted ?? name! },
    );
  }
  return tokens;
}

/** One method for each rule of the language; undefined as soon as something does not fit. */
class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression | undefined {
    const expression = this.either();
    return this.at === this.tokens.length ? expression : undefined;
  }

  private either(): Expression | undefined {
    return this.list('|', 'any', () => this.both());
  }

  private both(): Expression | undefined {
    return this.list('&', 'all', () => this.one());
  }

  private list(sign: string, kind: 'all' | 'any', read: () => Expression | undefined): Expression | undefined {
    const of: Expression[] = [];
    do {
      const next = read();
      if (!next) return undefined;
      of.push(next);
    } while (this.take(sign));
    return of.length === 1 ? of[0] : { kind, of };
  }

  private one(): Expression | undefined {
    if (++this.depth > LIMITS.depth) return undefined;
    const expression = this.take('~')
      ? this.negation()
      : this.take('(')
        ? this.group()
        : this.tokens[this.at + 1]?.kind === '*'
          ? this.set()
          : this.item();
    this.depth--;
    return expression;
  }

  private negation(): Expression | undefined {
    const of = this.one();
    return of && { kind: 'not', of };
  }

  private group(): Expression | undefined {
    const inner = this.either();
    return this.take(')') ? inner : undefined;
  }

  private set(): Expression | undefined {
    const count = this.name() ?? '';
    if (!/^\d{1,6}$/.test(count) || !this.take('*') || !this.take('{')) return undefined;
    const of: Expression[] = [];
    do {
      const next = this.either();
      if (!next) return undefined;
      of.push(next);
    } while (this.take(','));
    return this.take('}') ? { kind: 'atLeast', count: Number(count), of } : undefined;
  }

  private item(): Expression | undefined {
    const item = this.name();
    if (item === undefined) return undefined;
    const negated = this.take('<>');
    if (!negated && !this.take('=')) return { kind: 'done', item };
    const words = this.name();
    // "not attempted" without quotes is two names.
    if (words !== undefined) this.name();
    const status = STATUSES[words?.trim()[0]?.toLowerCase() ?? ''];
    return status && { kind: 'is', item, status, negated };
  }

  private name(): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'name') return undefined;
    this.at++;
    return token.text;
  }

  private take(kind: string): boolean {
    if (this.tokens[this.at]?.kind !== kind) return false;
    this.at++;
    return true;
  }
}
