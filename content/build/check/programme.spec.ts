import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problems } from '../problems.mjs';
import { checkProgramme } from './programme.mjs';

describe('the programme', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'induct-programme-'));
    cpSync('content/programme', folder, { recursive: true });
  });
  const found = () => {
    const problems = new Problems();
    checkProgramme(folder, 'content/courses', problems);
    return problems.found.map(({ line, message }) => `${line ?? ''} ${message}`);
  };
  const edit = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

  it('names modules and sessions that are there, and every module', () => expect(found()).toEqual([]));

  it.each([
    ['core-skills.yaml', '[scrutiny]', '[scrutinise]', /^\d+ There is no module "scrutinise"/],
    ['core-skills.yaml', '[planning-training]', '[planning]', /^\d+ sessions\.yaml has no session "planning"/],
    ['core-skills.yaml', 'id: role', 'id: decisions', /^\d+ Two have the id "decisions"/],
    ['core-skills.yaml', 'path: [commissioning,', 'path: [scrutiny,', /^\d+ "scrutiny" is a step of the path, and no/],
    ['core-skills.yaml', 'path: [commissioning,', 'path: [contract-workshop,', /^\d+ .* is a step of the path twice/],
    ['sessions.yaml', "from: '09:30', to: '13:00'", "from: '19:30', to: '13:00'", /^\d+ .*It ends before it begins/],
    ['sessions.yaml', "on: '2017-05-11'", "on: '2017-05-41'", /^\d+ .*There is no such day/],
    ['role-description.yaml', 'number: 4', 'number: 5', /^1 The duties are numbered 1, 2, 3/],
  ])('%s with "%s" as "%s" is refused', (file, from, to, expected) => {
    edit(file, from, to);
    expect(found()).toContainEqual(expect.stringMatching(expected));
  });
});
