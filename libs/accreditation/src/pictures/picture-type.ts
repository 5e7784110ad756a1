const PICTURE_TYPES = ['image/png', 'image/jpeg'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** In bytes, as it is sent in. */
export const LARGEST_PICTURE = 1024 * 1024;
/** In pixels, of either side. */
export const LONGEST_SIDE = 2000;
