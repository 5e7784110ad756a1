import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CoreSkills, RoleDescription, Sessions } from '../programme.schema.mjs';
import { readYaml } from '../read-yaml.mjs';

/** The files of content/programme, and what they say about each other and about the modules. */
export function checkProgramme(folder, courses, problems) {
  readYaml(join(folder, 'role-description.yaml'), RoleDescription, problems);
  const sessions = readYaml(join(folder, 'sessions.yaml'), Sessions, problems);
  const skills = readYaml(join(folder, 'core-skills.yaml'), CoreSkills, problems);
  for (const list of [sessions, skills]) {
    const ids = list?.value.map(({ id }) => id) ?? [];
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) problems.add(list.file, list.lineOf([index, 'id']), `Two have the id "${id}"`);
    });
  }
  if (!skills || !sessions) return;
  skills.value.forEach(({ modules, sessions: named, path = [] }, index) => {
    path.forEach((step, place) => {
      const at = skills.lineOf([index, 'path', place]);
      if (!modules.includes(step) && !named.includes(step))
        problems.add(skills.file, at, `"${step}" is a step of the path, and no module or session of the skill`);
      if (path.indexOf(step) < place) problems.add(skills.file, at, `"${step}" is a step of the path twice`);
    });
    modules.forEach((slug, place) => {
      if (existsSync(join(courses, slug, 'module.yaml'))) return;
      problems.add(skills.file, skills.lineOf([index, 'modules', place]), `There is no module "${slug}"`);
    });
    named.forEach((id, place) => {
      if (sessions.value.some((session) => session.id === id)) return;
      problems.add(skills.file, skills.lineOf([index, 'sessions', place]), `sessions.yaml has no session "${id}"`);
    });
  });
  const taught = skills.value.flatMap(({ modules }) => modules);
  for (const slug of readdirSync(courses)) {
    if (!taught.includes(slug)) problems.warn(skills.file, undefined, `No core skill names the module "${slug}"`);
  }
}
