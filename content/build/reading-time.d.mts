export function testMinutes(questions: number): number;
export function readingMinutes(html: string, questions: number): number;
