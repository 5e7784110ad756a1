/**
 * With `CONTENT_ORIGIN=https://*.content.example` every course version has a host of its own, `v<id>.content.example`,
 * so that packages cannot reach each other's storage (libs/progress makes the addresses).
 * @returns whether a version's files may be answered under this host
 */
export function isHostOf(contentOrigin: string, host: string, versionId: string): boolean {
  if (!contentOrigin.includes('//*.')) return true;
  const own = new URL(contentOrigin.replace('*.', `v${versionId.replaceAll('-', '')}.`));
  return host.toLowerCase() === own.host;
}
