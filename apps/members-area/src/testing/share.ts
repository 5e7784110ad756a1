/** Of a whole, for a bar: 0 to 1. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));
