/**
 * induct.json: what Induct has to know of a module and a browser does not. Read when the package is uploaded
 * (libs/course/src/declared/declared.ts): which facts of the council stand where, with the words of this build,
 * and whose they are; its screens, after
 * which a council may write a paragraph of its own; what the monitoring officer has to look at, and by when.
 */
export function declaration({ reviewed, reviewBy, screens, facts, review }) {
  const lines = screens.flatMap(({ id, factLines }) => factLines.map((text) => ({ screen: id, text })));
  const keys = new Set(lines.flatMap(({ text }) => [...text.matchAll(/\{\{([a-z0-9_]+)\}\}/g)].map(([, key]) => key)));
  const declared = {
    format: 1,
    builtFor: facts.get('council_name')?.says,
    reviewed,
    reviewBy,
    screens: screens.map(({ id, title }) => ({ id, title })),
    facts: [...keys].map((key) => ({ key, ...facts.get(key) })),
    lines,
    review,
  };
  return `${JSON.stringify(declared, null, 1)}\n`;
}
