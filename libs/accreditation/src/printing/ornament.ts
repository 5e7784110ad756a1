/** Line drawings in the manner of banknotes, computed, so that they are sharp at any size. Lengths are millimetres. */

export const INK = '#14403c';
export const GOLD = '#a5833b';

type Point = readonly [x: number, y: number];

/** Two lines around a page of that size. */
export function plainFrame(width: number, height: number): string {
  return svg(
    width,
    height,
    [
      [9, INK, 0.7],
      [11.2, GOLD, 0.3],
    ]
      .map(
        ([inset, stroke, thickness]) =>
          `<rect x="${inset}" y="${inset}" width="${width - 2 * Number(inset)}" height="${height - 2 * Number(inset)}"` +
          ` fill="none" stroke="${stroke}" stroke-width="${thickness}"/>`,
      )
      .join(''),
  );
}

/** A frame of interleaved waves around a page of that size. */
export function frame(width: number, height: number): string {
  const around = roundedRectangle(width, height, { inset: 10.5, radius: 7 });
  const waves = Math.round(around.length / 8.5);
  const strands = [0, 1, 2, 3, 4, 5].map((strand) =>
    closedCurve(waves * 6, (share) => {
      const { point, normal } = around.at(share);
      const swing = 2.3 * Math.sin(2 * Math.PI * (waves * share + strand / 6));
      return [point[0] + normal[0] * swing, point[1] + normal[1] * swing];
    }),
  );
  const line = (inset: number, stroke: string, thickness: number) => {
    const side = `x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}"`;
    return `<rect ${side} rx="${17.5 - inset}" fill="none" stroke="${stroke}" stroke-width="${thickness}"/>`;
  };
  return svg(
    width,
    height,
    `<g fill="none" stroke-width="0.16">${strands
      .map((path, at) => `<path stroke="${at % 2 ? GOLD : INK}" d="${path}"/>`)
      .join('')}</g>` +
      line(7.2, INK, 0.5) +
      line(13.8, GOLD, 0.35),
  );
}

/** A rosette with a tick in its middle. */
export function seal(): string {
  const ring = (radius: number, depth: number, petals: number, turn: number) =>
    closedCurve(petals * 8, (share) => {
      const angle = 2 * Math.PI * share;
      const r = radius + depth * Math.sin(petals * angle + turn);
      return [50 + r * Math.cos(angle), 50 + r * Math.sin(angle)];
    });
  const rings = (count: number, radius: number, depth: number, petals: number) =>
    Array.from({ length: count }, (_, at) => ring(radius, depth, petals, (2 * Math.PI * at) / count)).join('');
  return svg(
    100,
    100,
    `<g fill="none" stroke-width="0.4"><path stroke="${GOLD}" d="${rings(6, 41, 6.5, 20)}"/>` +
      `<path stroke="${INK}" d="${rings(4, 31, 4, 28)}"/></g>` +
      `<circle cx="50" cy="50" r="24" fill="${INK}"/>` +
      `<circle cx="50" cy="50" r="21.6" fill="none" stroke="#e9dcb8" stroke-width="0.7"/>` +
      `<path d="M39.5 51 l7.2 7.4 l14.2 -16.2" fill="none" stroke="#f7efd9" stroke-width="4.2" stroke-linecap="round" stroke-linejoin="round"/>`,
  );
}

function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

/** A smooth closed path through points of a curve (Catmull-Rom as cubic Béziers). @param at share 0..1 → point */
function closedCurve(points: number, at: (share: number) => Point): string {
  const p = Array.from({ length: points }, (_, index) => at(index / points));
  const n = (value: number) => value.toFixed(2);
  let path = `M${n(p[0]![0])} ${n(p[0]![1])}`;
  for (let i = 0; i < points; i++) {
    const [before, from, to, after] = [-1, 0, 1, 2].map((step) => p[(i + step + points) % points]!) as [
      Point,
      Point,
      Point,
      Point,
    ];
    const c1 = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6] as const;
    const c2 = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6] as const;
    path += `C${n(c1[0])} ${n(c1[1])} ${n(c2[0])} ${n(c2[1])} ${n(to[0])} ${n(to[1])}`;
  }
  return `${path}Z`;
}

/** The outline of a page as a path one can walk: share 0..1 of its length → point and outward normal. */
function roundedRectangle(width: number, height: number, { inset, radius }: { inset: number; radius: number }) {
  const [w, h] = [width - 2 * (inset + radius), height - 2 * (inset + radius)];
  const quarter = (Math.PI / 2) * radius;
  const length = 2 * (w + h) + 4 * quarter;
  const [left, top, right, bottom] = [inset + radius, inset + radius, width - inset - radius, height - inset - radius];
  // Each side begins at a corner's end and is followed by the next corner's arc.
  const sides = [
    { from: [left, top], way: [1, 0], run: w, turn: -Math.PI / 2 },
    { from: [right, top], way: [0, 1], run: h, turn: 0 },
    { from: [right, bottom], way: [-1, 0], run: w, turn: Math.PI / 2 },
    { from: [left, bottom], way: [0, -1], run: h, turn: Math.PI },
  ] as const;
  return {
    length,
    at(share: number): { point: Point; normal: Point } {
      let walked = share * length;
      for (const { from, way, run, turn } of sides) {
        const outward = [Math.cos(turn), Math.sin(turn)] as const;
        if (walked < run) {
          const point = [
            from[0] + way[0] * walked + outward[0] * radius,
            from[1] + way[1] * walked + outward[1] * radius,
          ] as const;
          return { point, normal: outward };
        }
        walked -= run;
        if (walked < quarter) {
          const angle = turn + walked / radius;
          const normal = [Math.cos(angle), Math.sin(angle)] as const;
          const corner = [from[0] + way[0] * run, from[1] + way[1] * run] as const;
          return { point: [corner[0] + normal[0] * radius, corner[1] + normal[1] * radius], normal };
        }
        walked -= quarter;
      }
      return this.at(0);
    },
  };
}
