export function renderMarkdown(
  source: string,
  env: {
    problem(line: number, message: string): void;
    law?: Map<string, { name: string; title: string; url?: string }>;
    passages?: { text: string; marked: string }[];
  },
): string;
