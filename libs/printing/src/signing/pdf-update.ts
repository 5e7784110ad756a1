/** A PDF that is not laid out as a browser prints one: nothing can be added to it. */
export class PdfCannotBeUpdated extends Error {
  constructor(what: string) {
    super(`Nothing can be added to this PDF: ${what}`);
    this.name = 'PdfCannotBeUpdated';
  }
}

/**
 * An incremental update (ISO 32000-1, 7.5.6): new objects and new versions of old ones behind the last byte; what was there
 * stays as it is, tags and all. Reads what a browser prints: a table of references, no stream of them.
 */
export class PdfUpdate {
  private readonly text: string;
  private readonly at: Map<number, number>;
  private readonly trailer: string;
  private readonly before: number;
  private size: number;
  private readonly written = new Map<number, Buffer>();
  /** Number of the catalogue. */
  readonly root: number;

  constructor(private readonly pdf: Uint8Array) {
    this.text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
    this.before = Number(found(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.text.slice(-64)), 'it has no end')[1]);
    this.at = new Map();
    this.trailer = this.readTables(this.before);
    this.size = Number(found(/\/Size (\d+)/.exec(this.trailer), 'it does not say how large it is')[1]);
    this.root = this.reference(this.trailer, 'Root');
  }

  /** The dictionary of an object, `<<…>>`, byte for byte as latin1. */
  dictionary(object: number): string {
    const written = this.written.get(object)?.toString('latin1');
    const from = this.at.get(object);
    const source = written ?? (from === undefined ? '' : this.text.slice(from, this.text.indexOf('endobj', from)));
    return found(
      /^\s*\d+ 0 obj\s*(<<[^]*>>)\s*(?:endobj\s*)?$/.exec(source),
      `object ${object} is not a dictionary`,
    )[1]!;
  }

  /** Number of the first page. */
  firstPage(): number {
    let object = this.reference(this.dictionary(this.root), 'Pages');
    for (let depth = 0; depth < 20; depth++) {
      const node = this.dictionary(object);
      if (/\/Type \/Page\b(?!s)/.test(node)) return object;
      object = Number(found(/\/Kids \[\s*(\d+) 0 R/.exec(node), 'it has no page')[1]);
    }
    throw new PdfCannotBeUpdated('its pages lie too deep');
  }

  /** @param body as latin1 or bytes @returns the new object's number */
  add(body: string | Uint8Array): number {
    const object = this.size++;
    this.write(object, body);
    return object;
  }

  /** A number for an object that others name before it is written. */
  reserve(): number {
    return this.size++;
  }

  write(object: number, body: string | Uint8Array): void {
    const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
    this.written.set(object, Buffer.concat([Buffer.from(`${object} 0 obj\n`), bytes, Buffer.from('\nendobj\n')]));
  }

  /** Adds an entry to the dictionary of an object; an array that has the name already takes it as one more. */
  put(object: number, key: string, value: string): void {
    const old = this.dictionary(object);
    const list = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(old);
    const inner = /^\[([^]*)\]$/.exec(value)?.[1];
    if (list && inner !== undefined) {
      this.write(
        object,
        old.replace(list[0], () => `/${key} [${list[1]} ${inner}]`),
      );
    } else if (new RegExp(`/${key}\\b`).test(old)) {
      throw new PdfCannotBeUpdated(`object ${object} has its own /${key}`);
    } else {
      this.write(object, `${old.slice(0, -2)}\n/${key} ${value}>>`);
    }
  }

  /** The whole file. */
  bytes(): Buffer {
    const parts: Uint8Array[] = [this.pdf, Buffer.from(this.text.endsWith('\n') ? '' : '\n')];
    let length = parts.reduce((sum, part) => sum + part.length, 0);
    const rows: string[] = [];
    for (const [object, bytes] of [...this.written].toSorted(([one], [other]) => one - other)) {
      rows.push(`${object} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
      parts.push(bytes);
      length += bytes.length;
    }
    const rest = this.trailer.replace(/\/Size \d+/, `/Size ${this.size}`).replace(/\s*\/Prev \d+/, '');
    const trailer = `${rest.slice(0, -2)}\n/Prev ${this.before}>>`;
    parts.push(Buffer.from(`xref\n${rows.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(parts);
  }

  private reference(dictionary: string, key: string): number {
    return Number(found(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary), `there is no /${key}`)[1]);
  }

  /** Fills `at`, the newest table first. @returns the newest trailer */
  private readTables(newest: number): string {
    let first: string | undefined;
    for (let next: number | undefined = newest, tables = 0; next !== undefined; tables++) {
      if (tables > 50) throw new PdfCannotBeUpdated('it has too many tables of references');
      const end = this.text.indexOf('startxref', next);
      const [, rows, trailer] = found(
        /^xref\s+([\d\snf]*)trailer\s*(<<[^]*>>)\s*$/.exec(this.text.slice(next, end)),
        'it has no table of references',
      );
      for (const [object, offset] of rowsOf(rows!)) if (!this.at.has(object)) this.at.set(object, offset);
      first ??= trailer!;
      const previous = /\/Prev (\d+)/.exec(trailer!)?.[1];
      next = previous === undefined ? undefined : Number(previous);
    }
    return first!;
  }
}

function* rowsOf(table: string): Generator<[number, number]> {
  let object = 0;
  for (const line of table.split(/\r?\n|\r/)) {
    const section = /^(\d+) \d+\s*$/.exec(line);
    if (section) object = Number(section[1]);
    const row = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (!row) continue;
    if (row[2] === 'n') yield [object, Number(row[1])];
    object++;
  }
}

function found(match: RegExpExecArray | null, otherwise: string): RegExpExecArray {
  if (!match) throw new PdfCannotBeUpdated(otherwise);
  return match;
}
