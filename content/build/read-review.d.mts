export function readReview(
  folder: string,
  facts?: ReadonlyMap<string, { label: string }>,
): { id: string; asks: 'confirm' | 'localise' | 'watch'; text: string }[];
