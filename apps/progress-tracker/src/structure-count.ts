import { type Readable, Transform } from 'node:stream';

/**
 * Names, values and brackets of a JSON text that are read at most. A snapshot of 5,000 interactions, the most that our
 * player lets a package make, has 90,000.
 */
export const MOST_STRUCTURE = 120_000;

const [QUOTE, BACKSLASH, COMMA, BRACE, BRACKET] = Array.from('"\\,{[', (sign) => sign.charCodeAt(0));

/** 240,000 empty objects are 700 KB: cheap to send, and a minute of work to whoever reads before counting. */
export class TooMuchStructure extends Error {
  readonly statusCode = 413;
}

/** Counts what a JSON text is made of, piece by piece. */
export class StructureCount {
  private count = 0;
  private inString = false;
  private escaped = false;

  /** @throws TooMuchStructure */
  add(bytes: Uint8Array): void {
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
  return body.pipe(counted);
}
