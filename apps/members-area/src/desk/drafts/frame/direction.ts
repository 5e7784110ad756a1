/** Of a button that moves something: up, unless it says down. */
export const directionOf = (sent: unknown): -1 | 1 =>
  (sent as { by?: unknown } | null | undefined)?.by === 'down' ? 1 : -1;
