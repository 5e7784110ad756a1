/**
 * Where the player and the package of a version are served. `https://*.content.example` gives every version a host of
 * its own, so that packages cannot reach each other's storage.
 */
export function contentOriginOf(contentOrigin: string, versionId: string): string {
  return contentOrigin.replace('*.', `v${versionId.replaceAll('-', '')}.`);
}
