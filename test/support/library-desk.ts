import { Desk } from './given-desk';

/** Where the library is looked after. */
export const DESK = '/admin/library';
/** The form of a document that lacks nothing but its file. */
export const FIELDS = {
  kind: 'document',
  title: 'Code <of> conduct',
  about: 'What members promise',
  topic: 'conduct',
  audience: 'members',
  language: 'en',
  url: '',
  body: '',
  transcript: '',
  owner: 'Monitoring officer',
  'review-day': '1',
  'review-month': '12',
  'review-year': '2027',
  'ends-day': '',
  'ends-month': '',
  'ends-year': '',
};
export const PDF = Buffer.from('%PDF-1.4 0123456789');

/** The site, and an officer who looks after its library by the forms of the desk. */
export class LibraryDesk {
  private constructor(
    readonly desk: Desk,
    readonly officer: string,
  ) {}

  static async open(): Promise<LibraryDesk> {
    const desk = await Desk.open();
    return new LibraryDesk(desk, await desk.who('officer'));
  }

  send(to: string, fields: Record<string, string | readonly string[]>) {
    return this.desk.post('officer', to, fields);
  }

  put(id: string, content: Buffer, name: string, fields: Record<string, string> = {}) {
    return this.desk.sendFile(this.officer, `${DESK}/${id}/files`, { field: 'file', name, content }, fields);
  }

  /** A draft. @returns its id */
  async added(fields: Record<string, string> = {}): Promise<string> {
    const { headers } = await this.send(DESK, { ...FIELDS, ...fields });
    return String(headers['location']).split(/[/?]/)[3]!;
  }

  /** How something is done, published. @returns its id */
  async published(fields: Record<string, string> = {}): Promise<string> {
    const id = await this.added({ kind: 'how_to', body: 'Do it', ...fields });
    await this.send(`${DESK}/${id}/publish`, { seen: '1' });
    return id;
  }
}
