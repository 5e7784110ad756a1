import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root';

const sources = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true }).map((file) => join(folder, String(file))),
  )
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|[/\\]browser[/\\]|[/\\]http[/\\]/.test(file));

it('no error’s own text or stack is written down: errorWords and errorTrace say what may be', () => {
  const found = sources.flatMap((file) =>
    [
      ...readFileSync(join(projectRoot, file), 'utf8').matchAll(
        /(?:logger|console)\.\w+\((?:[^;]*?)(?:\.message|\.stack)\b[^;]*;/g,
      ),
    ]
      .map(([call]) => call.replace(/\s+/g, ' '))
      .filter((call) => !/CannotStart/.test(call))
      .map((call) => `${file}: ${call}`),
  );
  expect(sources.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});

it('no part of the product has a logger of Nest’s own, which writes errors whole', () => {
  const found = sources.filter((file) => /\bConsoleLogger\b/.test(readFileSync(join(projectRoot, file), 'utf8')));
  expect(found).toEqual([]);
});
