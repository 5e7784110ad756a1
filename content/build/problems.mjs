import { relative } from 'node:path';

/** Collects what is wrong with a module's sources, so that a writer sees everything at once. */
export class Problems {
  #found = [];

  /** @param {string} file @param {number | undefined} line @param {string} message */
  add(file, line, message) {
    this.#found.push({ file: relative(process.cwd(), file), line, message });
  }

  /** Ends the build when there was anything to report. */
  throwIfAny() {
    if (this.#found.length > 0) throw new CourseSourcesInvalid(this.#found);
  }
}

/** The sources of a module cannot be built. The message is for the person who wrote them. */
export class CourseSourcesInvalid extends Error {
  constructor(found) {
    const lines = found.map(({ file, line, message }) => `  ${file}${line ? `:${line}` : ''}  ${message}`);
    super(`The module cannot be built:\n${lines.join('\n')}`);
    this.name = 'CourseSourcesInvalid';
    this.found = found;
  }
}
