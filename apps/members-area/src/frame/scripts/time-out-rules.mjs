/** So long before the end people are warned. In seconds. */
export const WARN_BEFORE = 120;
/** A device that slept counts no time: look again now and then. In seconds. */
const ASK_AT_LEAST_EVERY = 600;
/** Nobody answered: the connection is away. In seconds. */
const ASK_AGAIN_AFTER = 10;

/**
 * What a page does when it has asked how long its sign-in lasts. Only what the server says counts: a device's clock may be changed, and
 * may stand still while it sleeps.
 * @param {{ seconds: number, extendable: boolean } | undefined} left undefined: nobody answered
 * @param {string | undefined} said what the dialog said last, whether it is open or not
 * @returns {{ show?: 'soon' | 'last' | 'over', isFine?: true, askIn?: number }} `isFine`: there is nothing to warn of any more
 */
export function whatNext(left, said) {
  if (!left) return { askIn: ASK_AGAIN_AFTER };
  if (left.seconds === 0) return said === 'over' ? {} : { show: 'over' };
  if (left.seconds > WARN_BEFORE)
    return { isFine: true, askIn: Math.min(left.seconds - WARN_BEFORE, ASK_AT_LEAST_EVERY) };
  const which = left.extendable ? 'soon' : 'last';
  // Whoever closed it has read it.
  return { ...(said !== which && { show: which }), askIn: left.seconds + 1 };
}
