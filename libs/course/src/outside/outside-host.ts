/**
 * What a page loads from another website: pages in frames (films of YouTube, maps) · pictures, sound, films and data ·
 * style sheets and fonts · scripts, which act as part of the module.
 */
export type HostUse = 'frames' | 'media' | 'styles' | 'scripts';

export const HOST_USES: readonly HostUse[] = ['frames', 'media', 'styles', 'scripts'];

/** What acts as part of the module: testers must have looked at it. */
export const actsAsModule = (use: HostUse): boolean => use === 'scripts' || use === 'styles';

/** Another website that a package loads from. */
export interface OutsideHost {
  host: string;
  uses: HostUse[];
  /** Named in a page or style sheet, so it is loaded; else only in a script, which may load it. */
  certain: boolean;
  /** The first file that names it. */
  where: string;
}
