export function renderMarkdown(source: string, env: { problem(line: number, message: string): void }): string;
