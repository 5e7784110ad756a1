import { readFolderZip } from '@induct/authoring';
import type { Desk, DeskAnswer } from './given-desk';

/** An officer begins a module. @returns its address at the desk */
export async function begunDraft(desk: Desk, fields: Record<string, string>): Promise<string> {
  const { status, headers } = await desk.post('officer', '/admin/drafts', fields);
  expect(status).toBe(303);
  return String(headers['location']).split('?')[0]!;
}

/** What a form says it was made from. */
export const seenIn = ({ body }: DeskAnswer): string => /name="seen" value="([0-9a-f]+)"/.exec(body)![1]!;

/** What the form of a page would send. */
export function formOf(body: string): Record<string, string> {
  const form = body.slice(body.indexOf('data-draft'));
  const value = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="checkbox"/.test(tag) || / checked/.test(tag));
  return Object.fromEntries([
    ...inputs.map((tag) => [/ name="([^"]+)"/.exec(tag)?.[1] ?? '', value(/ value="([^"]*)"/.exec(tag)?.[1] ?? '')]),
    ...[...form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)/g)].map(([, name, text]) => [name, value(text!)]),
  ]);
}

/** The folder as it is taken along. @param at the address of the draft */
export async function draftFolder(desk: Desk, at: string): Promise<ReadonlyMap<string, string | Buffer>> {
  const cookie = await desk.cookie('officer');
  const answer = await desk.app.inject({ method: 'GET', url: `${at}/folder.zip`, headers: { cookie } });
  return await readFolderZip(answer.rawPayload);
}

/** A module that an officer writes, and its pages. */
export class GivenDraft {
  private constructor(
    private readonly desk: Desk,
    /** Its address at the desk. */
    readonly at: string,
  ) {}

  static async begin(desk: Desk, title: string, from = 'starter'): Promise<GivenDraft> {
    return new GivenDraft(desk, await begunDraft(desk, { from, module: '', title }));
  }

  /** With a screen of nothing but its title, the third of four: `what-follows`. */
  static async withScreen(desk: Desk): Promise<GivenDraft> {
    const draft = await GivenDraft.begin(desk, 'Late papers');
    await draft.post('/screens', { title: 'What follows', after: '2' });
    return draft;
  }

  get(path = ''): Promise<DeskAnswer> {
    return this.desk.get('officer', this.at + path);
  }

  post(path: string, fields: Record<string, string>): Promise<DeskAnswer> {
    return this.desk.post('officer', this.at + path, fields);
  }

  folder(): Promise<ReadonlyMap<string, string | Buffer>> {
    return draftFolder(this.desk, this.at);
  }

  async source(path: string): Promise<string> {
    return String((await this.folder()).get(path));
  }
}
