import type { ObjectiveState } from '@induct/scorm';

interface Tree {
  [name: string]: string | Tree;
}

/** A run-time for the trial without a browser: what sequencing gives and takes, and nothing else. */
export class HeadlessRun {
  request = '_none_';
  private readonly values: Tree = {};

  /** An attempt that goes on is told what others have said of its objectives meanwhile. */
  opens(objectives: readonly (ObjectiveState & { id: string })[]): void {
    this.request = '_none_';
    objectives.forEach((objective) => {
      const put = (name: string, value: string | number | undefined) => {
        if (value !== undefined) this.set(`cmi.objectives.&${objective.id}&.${name}`, String(value));
      };
      put('id', objective.id);
      if (objective.satisfied !== undefined) put('success_status', objective.satisfied ? 'passed' : 'failed');
      if (objective.completed !== undefined) put('completion_status', objective.completed ? 'completed' : 'incomplete');
      put('progress_measure', objective.progress);
      put('score.scaled', objective.measure);
      for (const part of ['raw', 'min', 'max'] as const) put(`score.${part}`, objective[part]);
    });
  }

  set(name: string, value: string): void {
    if (name === 'adl.nav.request') this.request = value;
    if (!name.startsWith('cmi.')) return;
    const path = this.path(name);
    let at = this.values;
    for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Tree;
    at[path.at(-1)!] = value;
  }

  /** Of objectives and results only; undefined: it is not for sequencing to say. */
  get(name: string): string | undefined {
    if (!/^cmi\.objectives\.[^.]+\.(success_status|completion_status|progress_measure|score)/.test(name))
      return undefined;
    let at: string | Tree | undefined = this.values;
    for (const part of this.path(name)) at = typeof at === 'object' ? at[part] : undefined;
    if (typeof at === 'string') return at;
    return name.endsWith('_status') ? 'unknown' : '';
  }

  cmi(): Tree {
    return this.values;
  }

  /** `&id&` stands for the index of the objective with this id. */
  private path(name: string): string[] {
    return name
      .slice('cmi.'.length)
      .split(/\.(?![^&]*&\.)/)
      .map((part) => {
        const id = /^&(.*)&$/.exec(part)?.[1];
        if (id === undefined) return part;
        const objectives = (this.values['objectives'] ?? {}) as Record<string, Tree>;
        const found = Object.entries(objectives).find(([, one]) => one['id'] === id)?.[0];
        return found ?? String(Object.keys(objectives).length);
      });
  }
}
