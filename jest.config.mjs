/**
 * Three projects, and a file belongs to one by its name:
 *
 *   unit      *.spec.ts            no database, no browser, nothing built: `npm run test:unit`
 *   db        *.db.spec.ts         a real PostgreSQL
 *             *.http.spec.ts       … and an application that is asked over HTTP
 *             *.process.spec.ts    … and a program of ours, started as a process
 *   browser   *.browser.spec.ts    a real PostgreSQL and a real Chromium
 *
 * What a project may not open is refused.
 */

// Everything drawn at random is drawn from it. The end of a run says which it was.
process.env.SEED ||= String(Math.floor(Math.random() * 2 ** 31));

const support = '<rootDir>/test/support';

const everyProject = {
  testEnvironment: `${support}/jest/once-a-worker.environment.cjs`,
  runtime: `${support}/jest/once-a-worker.runtime.cjs`,
  transform: { '\\.ts$': '@swc/jest' },
  // For `jest -o`: what is loaded is found by the compiler's `paths`.
  moduleNameMapper: { '^@induct/(.*)$': '<rootDir>/libs/$1/src' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  watchPathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

export default {
  projects: [
    {
      ...everyProject,
      displayName: 'unit',
      testRegex: '(?<!\\.(db|http|process|browser))\\.spec\\.ts$',
      testEnvironmentOptions: { opensNoDatabase: true, opensNoBrowser: true },
    },
    {
      ...everyProject,
      displayName: 'db',
      testRegex: '\\.(db|http|process)\\.spec\\.ts$',
      testEnvironmentOptions: { opensNoBrowser: true },
      globalSetup: `${support}/run-postgres.ts`,
      globalTeardown: `${support}/run-teardown.ts`,
    },
    {
      ...everyProject,
      displayName: 'browser',
      testRegex: '\\.browser\\.spec\\.ts$',
      globalSetup: `${support}/run-browser.ts`,
      globalTeardown: `${support}/run-teardown.ts`,
    },
  ],
  reporters: ['default', `${support}/slowest.reporter.mjs`],
  testTimeout: 120_000,
  testSequencer: `${support}/jest/longest-first.sequencer.cjs`,
  // One more than most machines have cores: one waits for a page or the disk while two work. On two cores a tenth quicker than two.
  maxWorkers: 3,
};
