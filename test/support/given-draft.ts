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

/** The folder as it is taken along. @param at the address of the draft */
export async function draftFolder(desk: Desk, at: string): Promise<ReadonlyMap<string, string | Buffer>> {
  const cookie = await desk.cookie('officer');
  const answer = await desk.app.inject({ method: 'GET', url: `${at}/folder.zip`, headers: { cookie } });
  return await readFolderZip(answer.rawPayload);
}
