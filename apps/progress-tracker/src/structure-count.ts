import { type Readable, Transform } from 'node:stream';

/**
 * Names, values and brackets of a JSON text that are read at most. A snapshot of 5,000 interactions, the most that our
 * player lets a package make, has 90,000.
 */
export const MOST_STRUCTURE = 120_000;

const [QUOTE, BACKSLASH, COMMA, BRACE, BRACKET] = Array.from('"\\,{[', (sign) => sign.charCodeAt(0));

const SPACE = 0x20;

/** 240,000 empty objects are 700 KB: cheap to send, and a minute of work to whoever reads before counting. */
export class TooMuchStructure extends Error {
  readonly statusCode = 413;
}

/** JSON that is one text may hold more JSON (a beacon's body is read like that), of which nothing has been counted. */
export class TextInsteadOfJson extends Error {
  readonly statusCode = 400;
}

/** Counts what a JSON text is made of, piece by piece. */
export class StructureCount {
  private hasBegun = false;
  private count = 0;
  private inString = false;
  private escaped = false;

  /** @throws TooMuchStructure, TextInsteadOfJson */
  add(bytes: Uint8Array): void {
    if (!this.hasBegun) this.begin(bytes);
    for (const byte of bytes) {
      if (this.escaped) this.escaped = false;
      else if (this.inString) {
        if (byte === QUOTE) this.inString = false;
        else if (byte === BACKSLASH) this.escaped = true;
      } else if (byte === QUOTE) this.inString = true;
      else if (byte === COMMA || byte === BRACE || byte === BRACKET) this.count++;
    }
    if (this.count > MOST_STRUCTURE) throw new TooMuchStructure();
  }

  private begin(bytes: Uint8Array): void {
    const first = bytes.find((byte) => byte > SPACE);
    if (first === QUOTE) throw new TextInsteadOfJson();
    this.hasBegun = first !== undefined;
  }
}

/** The same body; it ends in an error as soon as it has too much to read. */
export function structureCounted(body: Readable): Readable {
  const count = new StructureCount();
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      try {
        count.add(piece);
        done(null, piece);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  body.on('error', (error) => counted.destroy(error));
  // Where the request is refused before its body is wanted, nobody else listens, and an error would end the process.
  counted.on('error', () => {});
  return body.pipe(counted);
}
