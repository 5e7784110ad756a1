import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const site = join(__dirname, '..');
const titles = globSync('**/*.page.njk', { cwd: site }).flatMap((name) => {
  const [, title] = /{% block title %}(.*?){% endblock %}/s.exec(readFileSync(join(site, name), 'utf8')) ?? [];
  return title === undefined ? [] : [`${name}: ${title}`];
});

describe('the title of a page', () => {
  it('leaves to the layout what it says of every page: that something is wrong, and whose site it is', () => {
    expect(titles.length).toBeGreaterThan(100);
    expect(titles.filter((title) => /Error:|site\.(council|area|shortName)/.test(title))).toEqual([]);
  });
});
