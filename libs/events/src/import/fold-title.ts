/** Titles are the same when their letters and figures are: `Reading  faster!` is `reading faster`. */
export const foldTitle = (title: string): string =>
  (
    title
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
