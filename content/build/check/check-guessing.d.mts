import type { Problems } from '../problems.mjs';
import type { Measures } from './guessing.mjs';

export function checkGuessing(parts: object, problems: Problems, stillGuessable?: string[]): Measures | undefined;
