export const WARN_BEFORE: number;
export function whatNext(
  left: { seconds: number; extendable: boolean } | undefined,
  said: string | undefined,
): { show?: 'soon' | 'last' | 'over'; isFine?: true; askIn?: number };
