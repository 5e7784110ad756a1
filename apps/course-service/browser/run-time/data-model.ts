/** Names of a SCORM data model, with `n` for an index: `cmi.interactions.n.id`. */
export interface DataModel {
  leaves: ReadonlySet<string>;
  branches: ReadonlySet<string>;
}

export type NameKind = 'leaf' | 'keyword' | 'branch' | 'unknown';

export function dataModel(names: string): DataModel {
  const leaves = new Set(names.trim().split(/\s+/));
  const branches = new Set<string>();
  for (const leaf of leaves) {
    const parts = leaf.split('.');
    for (let length = 1; length < parts.length; length++) branches.add(parts.slice(0, length).join('.'));
  }
  return { leaves, branches };
}

/** `cmi.interactions.12.id` → `cmi.interactions.n.id`. */
export const patternOf = (name: string): string =>
  name.replace(/\.\d{1,6}(?=\.|$)/g, '.n').replace(/\.\{target=[^}]*\}$/, '.{target}');

/**
 * What a name stands for. scorm-again walks any name through its own objects: `cmi` or `cmi.core` as the target of a
 * SetValue replaces a part of its model, `settings.x` its settings. So only names of the standard reach it.
 */
export function kindOf(model: DataModel, name: string): NameKind {
  const pattern = patternOf(name);
  if (model.leaves.has(pattern)) return 'leaf';
  if (model.branches.has(pattern)) return 'branch';
  const keyword = /^(.+)\.(_children|_count|_version)$/.exec(pattern);
  return keyword && (model.branches.has(keyword[1]!) || model.leaves.has(keyword[1]!)) ? 'keyword' : 'unknown';
}
