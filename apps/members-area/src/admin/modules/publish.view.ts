import type { FormProblems } from '../form-problems';
import { PUBLISH_WORDS, whomItConcerns } from './module.view';
import type { Module, VersionRow } from './modules.queries';
import type { PublishFields } from './publish.form';

/** The version an officer may publish: the one asked for, else the newest. */
export function versionToPublish(module: Module, asked: unknown): VersionRow | undefined {
  const candidates = module.versions.filter(({ state }) => PUBLISH_WORDS[state] !== undefined);
  return asked === undefined ? candidates[0] : candidates.find(({ number }) => String(number) === asked);
}

/** The form as it is first shown: what the module says now, and the package's title when it says nothing. */
export function firstFields(module: Module, version: VersionRow): PublishFields {
  const isFirst = module.published === null;
  return {
    title: isFirst ? module.title || version.title : module.title,
    summary: module.summary,
    minutes: module.minutes === null ? '' : String(module.minutes),
    ...(!isFirst && { core: module.core ? 'yes' : 'no' }),
  };
}

export function publishView(module: Module, version: VersionRow, fields: PublishFields, problems: FormProblems) {
  return {
    module: { title: module.title, href: `/admin/modules/${module.slug}` },
    version: { number: version.number, title: version.title },
    words: PUBLISH_WORDS[version.state],
    concerns: whomItConcerns(module, version.number),
    form: fields,
    ...problems,
  };
}
