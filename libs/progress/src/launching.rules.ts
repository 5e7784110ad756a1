/** What is known of the last attempt of a registration. */
export interface LastAttempt {
  id: string;
  versionId: string;
  completedAt: Date | null;
}

/**
 * Which attempt an opening belongs to. An unfinished one is continued on its own version, whatever has been published
 * since: a refresh never touches what people have done. A finished one is reviewed, unless there is a newer version.
 * @returns 'new' for a new attempt, on the published version
 */
export function attemptToOpen(last: LastAttempt | undefined, publishedVersionId: string | null): LastAttempt | 'new' {
  if (!last) return 'new';
  if (!last.completedAt || publishedVersionId === null || publishedVersionId === last.versionId) return last;
  return 'new';
}

/**
 * Where the player and the package of a version are served. `https://*.content.example` gives every version a host of
 * its own, so that packages cannot reach each other's storage.
 */
export function contentOriginOf(contentOrigin: string, versionId: string): string {
  return contentOrigin.replace('*.', `v${versionId.replaceAll('-', '')}.`);
}
