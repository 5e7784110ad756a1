import { type DataModel, scorm12Model, scorm2004Model } from './data-model';
import type { Standard } from './fake-apis';
import type { Call } from './fake-lms';

/**
 * What a module did against the rules of its edition, in words: calls out of turn, elements and values that the data
 * model does not have, lists with gaps, parts of an interaction before what they depend on.
 */
export function breachesIn(calls: readonly Call[], standard: Standard): string[] {
  const session = new Session(standard === 'scorm_12' ? scorm12Model : scorm2004Model);
  return calls.flatMap((call) => session.breach(call) ?? []);
}

class Session {
  private state: 'new' | 'running' | 'finished' = 'new';
  private readonly values = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly model: DataModel) {}

  breach([name = '', element = '', value = '']: Call): string | undefined {
    const wrong =
      this.outOfTurn(name) ??
      (name === 'set' ? this.set(element, value) : name === 'get' ? this.get(element, value) : undefined);
    return wrong && `${name} ${element} ${JSON.stringify(value)}: ${wrong}`;
  }

  private outOfTurn(name: string): string | undefined {
    const { state } = this;
    if (name === 'initialize') this.state = 'running';
    if (name === 'finish') this.state = 'finished';
    if (name === 'initialize') return state === 'new' ? undefined : 'was begun before';
    return state === 'running' ? undefined : `the session is ${state}`;
  }

  /** @param answered what the platform answered */
  private get(element: string, answered: string): string | undefined {
    const rule = this.model.rules.find(({ name }) => name.test(element));
    if (!rule) return 'there is no such element';
    if (rule.access === 'w') return 'it can only be written';
    const [, list] = /^(.*)\._count$/.exec(element) ?? [];
    if (list) this.counts.set(list, Number(answered));
    return undefined;
  }

  private set(element: string, value: string): string | undefined {
    const rule = this.model.rules.find(({ name }) => name.test(element));
    if (!rule?.valid) return rule ? 'it can only be read' : 'there is no such element';
    const gap = this.gap(element);
    if (gap) return gap;
    const [, interaction] = /^(cmi\.interactions\.\d+)\./.exec(element) ?? [];
    const type = interaction && this.values.get(`${interaction}.type`);
    if (this.model.typeFirst && /(response|pattern)$/.test(element) && !type) return 'its type is not known yet';
    if (/^cmi\.objectives\.\d+\.id$/.test(element)) {
      const taken = [...this.values].some(
        ([key, id]) => /^cmi\.objectives\.\d+\.id$/.test(key) && key !== element && id === value,
      );
      if (taken) return 'another objective has this id';
    }
    if (!rule.valid(value, type)) return 'the data model does not allow this value';
    this.values.set(element, value);
    return undefined;
  }

  /** The next of a list begins with its id (or pattern), and comes right behind the last. */
  private gap(element: string): string | undefined {
    const indexes = [...element.matchAll(/\.(\d+)\./g)];
    for (const { 0: dotted, 1: index, index: end } of indexes) {
      const list = element.slice(0, end);
      const rest = element.slice(end + dotted.length);
      const count = this.counts.get(list) ?? 0;
      if (Number(index) > count) return `${list} has a gap before ${index}`;
      if (Number(index) < count) continue;
      if (rest !== 'id' && rest !== 'pattern') return 'its id comes first';
      this.counts.set(list, count + 1);
    }
    return undefined;
  }
}
