import type { HandbookTexts } from '@induct/handbook';

/** One entry of the handbook, and the newest of what it says to everybody. @throws HandbookEntryNotFound */
export async function entryOf(texts: HandbookTexts, slug: string) {
  const { entry, versions } = await texts.history(slug, null, { limit: 1, offset: 0 });
  return { entry, newest: versions[0]! };
}
