/**
 * Milliseconds of processor time that `work` takes, the least of some goes. Not the time that passes: what else a machine is
 * busy with says nothing about our code.
 */
export function cpuTime(work: () => void, goes = 3): number {
  return Math.min(
    ...Array.from({ length: goes }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}
