import type { Own } from './watch';

/** Where there is more room, content may be as wide as it likes. */
const NARROW_PX = 900;
/** Less than this over the edge is not worth making everything smaller. */
const TOLERATED = 1.1;
const SMALLEST = 0.25;
/** Below this turning the phone helps more than anything. */
const HARD_TO_READ = 0.7;

/** @returns by how much content that needs `wide` is made smaller to be seen whole; 1 when it is not */
const scaleFor = (room: number, wide: number): number =>
  room >= NARROW_PX || wide <= room * TOLERATED ? 1 : Math.max(SMALLEST, room / wide);

/** Content of a fixed width on a narrow screen: made smaller until it fits, with a switch to have it in full size. */
export class Fit {
  private wide = 0;

  /** @param onHard the content is small to read now, and would be larger on a phone that lies on its side */
  constructor(
    private readonly module: HTMLElement,
    private readonly button: HTMLButtonElement,
    private readonly frame: () => HTMLIFrameElement,
    private readonly own: Own,
    private readonly onHard: (isHard: boolean) => void,
  ) {
    button.addEventListener('click', () => {
      own(() => button.setAttribute('aria-pressed', String(!this.isOn)));
      this.draw();
    });
    window.addEventListener('resize', () => this.draw());
  }

  /** Another page of the content may need another width. */
  begin(): void {
    this.wide = 0;
    this.draw();
  }

  measure({ documentElement: page, defaultView }: Document): void {
    if (!page || !defaultView || this.frame().hidden) return;
    const over = page.scrollWidth - page.clientWidth;
    const outer = this.frame().offsetWidth;
    if (over > 0 && outer + over > this.wide) this.wide = outer + over;
    this.draw();
  }

  private get isOn(): boolean {
    return this.button.getAttribute('aria-pressed') === 'true';
  }

  private draw(): void {
    const { clientWidth: room, clientHeight: height } = this.module;
    if (room === 0) return;
    const scale = scaleFor(room, this.wide);
    const isSmaller = this.isOn && scale < 1;
    const { style } = this.frame();
    this.own(() => {
      this.button.hidden = scale === 1;
      style.flex = isSmaller ? 'none' : '';
      style.width = isSmaller ? `${room / scale}px` : '';
      style.height = isSmaller ? `${height / scale}px` : '';
      style.transform = isSmaller ? `scale(${scale})` : '';
      style.transformOrigin = isSmaller ? '0 0' : '';
    });
    this.onHard(isSmaller && scale < HARD_TO_READ && room < window.innerHeight && room < 600);
  }
}
