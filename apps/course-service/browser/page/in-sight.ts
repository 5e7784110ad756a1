/** What the bar is for; a style sheet can hide it or say something else without a change to any element. */
const MATTERS = '.save, [data-save-text], [data-exit]';
const READABLE_PX = 8;
const POINTS = [0.1, 0.5, 0.9];

/** Whether the bar and what matters in it can be read, and says what it says. */
export function isInSight(bar: HTMLElement | Element): boolean {
  if (document.visibilityState !== 'visible') return true;
  if (!bar.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || !isPlain(bar)) return false;
  return [...bar.querySelectorAll(MATTERS)].every(
    (part) => isPlain(part) && !saysMore(part, '::before') && !saysMore(part, '::after'),
  );
}

/** Its looks change with the width of the window and with what is saved; none of this does. */
function isPlain(part: Element): boolean {
  const style = getComputedStyle(part);
  return (
    Number(style.opacity) > 0.5 &&
    style.visibility === 'visible' &&
    Number.parseFloat(style.fontSize) >= READABLE_PX &&
    [style.clipPath, style.transform, style.filter, style.translate, style.scale].every((one) => one === 'none') &&
    Math.abs(Number.parseFloat(style.textIndent)) < 1
  );
}

function saysMore(part: Element, where: string): boolean {
  const { content } = getComputedStyle(part, where);
  return content !== 'none' && content !== 'normal' && /[\p{L}\p{N}]/u.test(content);
}

/**
 * Whether something lies over the bar that is not of the page. Also what no pointer meets: of the elements that were put
 * in, all boxes are compared. On a page in the background there is nothing to see.
 */
export function liesOver(bar: Element, ours: readonly Element[]): boolean {
  if (document.visibilityState !== 'visible') return false;
  const { left, top, width, height, right, bottom } = bar.getBoundingClientRect();
  const meets = POINTS.some((share) => {
    const found = document.elementFromPoint(left + width * share, top + height / 2);
    return found !== null && found !== document.body && !ours.some((part) => part.contains(found));
  });
  if (meets) return true;
  const roots = [...document.documentElement.children, ...document.body.children];
  const foreign = roots.filter((one) => one !== document.body && !ours.includes(one));
  return foreign
    .flatMap((one) => [one, ...one.querySelectorAll('*')])
    .some((one) => {
      const box = one.getBoundingClientRect();
      const isOver = box.left < right && box.right > left && box.top < bottom && box.bottom > top;
      return isOver && box.width * box.height > 0 && one.checkVisibility({ opacityProperty: true }) && paints(one);
    });
}

/** Add-ons put in large boxes in which there is nothing to see. */
function paints(one: Element): boolean {
  if (/^(img|svg|canvas|video|iframe|object|embed)$/i.test(one.tagName)) return true;
  const { backgroundColor, backgroundImage } = getComputedStyle(one);
  if (backgroundImage !== 'none' || !/^transparent$|[,/] ?0\)$/.test(backgroundColor)) return true;
  return [...one.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim());
}
