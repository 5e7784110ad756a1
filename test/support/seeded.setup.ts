/** Properties are tried with what `SEED` leads to, so that a run can be played again: the end of a run says it. */
jest.mock('fast-check', () => {
  const fc = jest.requireActual<typeof import('fast-check')>('fast-check');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED) });
  return fc;
});
