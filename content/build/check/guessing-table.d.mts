import type { Measures } from './guessing.mjs';

export function catalogueOf(modules: Map<string, Measures>): Measures;
export function guessingTable(modules: Map<string, Measures>): string;
