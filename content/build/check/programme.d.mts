import type { Problems } from '../problems.mjs';

export function checkProgramme(folder: string, courses: string, problems: Problems): void;
