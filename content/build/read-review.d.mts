export function readReview(folder: string): { id: string; asks: 'confirm' | 'localise' | 'watch'; text: string }[];
