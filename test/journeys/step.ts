/** One step of a journey, with a line that says how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  console.log(`ok  ${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  return result;
}
