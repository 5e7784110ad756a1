import { relative } from 'node:path';

const LISTED = 10;

/** Says at the end of a run what took longest, how long each project took, and how to draw the same again. */
export default class SlowestReporter {
  constructor(globalConfig) {
    this.root = globalConfig.rootDir;
  }

  onRunComplete(contexts, { testResults, numTotalTests }) {
    // Of one file nobody asks which was the slowest.
    if (testResults.length > 1) {
      const files = testResults.map(({ testFilePath, perfStats, displayName }) => ({
        ms: perfStats.runtime,
        name: relative(this.root, testFilePath),
        project: displayName?.name ?? '',
      }));
      const tests = testResults.flatMap(({ testFilePath, testResults: each }) =>
        each.map(({ duration, fullName }) => ({
          ms: duration ?? 0,
          name: `${relative(this.root, testFilePath)}: ${fullName}`,
        })),
      );
      this.list('Slowest files', files);
      this.list('Slowest tests', tests);
      this.say('Time in the files of each project');
      for (const project of new Set(files.map((file) => file.project))) {
        const own = files.filter((file) => file.project === project);
        const ms = own.reduce((sum, file) => sum + file.ms, 0);
        this.say(`${seconds(ms)}  ${project}, ${own.length} files`);
      }
    }
    if (numTotalTests > 0) this.say(`Drawn at random from SEED=${process.env.SEED}`);
  }

  list(heading, all) {
    this.say(heading);
    const slowest = all.toSorted((a, b) => b.ms - a.ms).slice(0, LISTED);
    for (const { ms, name } of slowest) this.say(`${seconds(ms)}  ${name}`);
  }

  say(text) {
    process.stderr.write(`${text}\n`);
  }
}

const seconds = (ms) => `${(ms / 1000).toFixed(1).padStart(7)} s`;
