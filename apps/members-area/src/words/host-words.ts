import type { HostUse } from '@induct/course';

/** What may come from another website, as officers and testers read it. */
export const HOST_USE_WORDS: Record<HostUse, string> = {
  frames: 'Films and pages in a frame',
  media: 'Pictures, sound, films and data',
  styles: 'Styles and fonts',
  scripts: 'Scripts, which act as part of the module',
};

export const useWords = (uses: readonly HostUse[]): string => uses.map((use) => HOST_USE_WORDS[use]).join('; ');
