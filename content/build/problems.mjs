import { relative } from 'node:path';

/** Collects what is wrong with a module's sources, so that a writer sees everything at once. */
export class Problems {
  #found = [];

  /** What must be mended. @param {string} file @param {number | undefined} line @param {string} message */
  add(file, line, message) {
    this.#found.push({ severity: 'error', file: relative(process.cwd(), file), line, message });
  }

  /** What a writer should look at again. */
  warn(file, line, message) {
    this.#found.push({ severity: 'warning', file: relative(process.cwd(), file), line, message });
  }

  /** In the order of files and lines. */
  get found() {
    return this.#found.toSorted((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  }

  /** Ends the build when there was anything that must be mended. */
  throwIfAny() {
    const errors = this.#found.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new CourseSourcesInvalid(errors);
  }
}

/** The sources of a module cannot be built. The message is for the person who wrote them. */
export class CourseSourcesInvalid extends Error {
  constructor(found) {
    super(`The module cannot be built:\n${found.map((problem) => `  ${inWords(problem)}`).join('\n')}`);
    this.name = 'CourseSourcesInvalid';
    this.found = found;
  }
}

export const inWords = ({ file, line, message }) => `${file}${line ? `:${line}` : ''}  ${message}`;
