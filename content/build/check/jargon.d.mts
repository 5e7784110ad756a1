export function jargonIn(text: string): { found: string; instead: string; doubtful: boolean; offset: number }[];
