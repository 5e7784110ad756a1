import type { ScoOutline } from './package-outline';

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in XML, between tags and in double quotes. */
export function xml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => NAMED[character]!);
}

/** @param scormType the attribute's name, which 2004 writes with a capital T */
export function resourceXml({ id, href, files }: ScoOutline, scormType: 'scormtype' | 'scormType'): string {
  return `    <resource identifier="${xml(id)}-files" type="webcontent" adlcp:${scormType}="sco" href="${xml(href)}">
${files.map((file) => `      <file href="${xml(file)}"/>`).join('\n')}
    </resource>`;
}
