import { actsAsModule, HOST_USES, type HostUse } from '@induct/course';
import { britishDate } from '@induct/platform';
import { HOST_USE_WORDS, useWords } from '../../../words/host-words';
import type { FormProblems } from '../../../forms/form-problems';
import { versionHref } from '../version-href';
import type { VersionPage } from '../version/version.queries';
import { HOST_REASON_LIMIT } from './agree.form';

const NEWS: Record<string, string> = {
  agreed: 'Agreed: it is in force for everybody who opens the module from now on.',
  withdrawn: 'Withdrawn: the module no longer loads from it.',
};

const heading = (version: VersionPage) => ({
  module: { title: version.course.title },
  version: { number: version.number, href: versionHref(version) },
  href: `${versionHref(version)}/hosts`,
});

/** The page of the websites that a version loads from. */
export function hostsView(version: VersionPage, isOfficer: boolean, done: unknown) {
  const href = `${versionHref(version)}/hosts`;
  const agreed = new Set(version.hosts.map(({ host }) => host));
  return {
    ...heading(version),
    isOfficer,
    news: Object.hasOwn(NEWS, String(done)) ? NEWS[String(done)] : undefined,
    agreed: version.hosts.map(({ host, uses, reason, by, at }) => ({
      host,
      uses: useWords(uses),
      reason,
      who: `${by ?? 'Induct itself'}, ${britishDate(at)}`,
      href: `${href}/agree?host=${encodeURIComponent(host)}`,
    })),
    found: (version.outside ?? [])
      .filter(({ host }) => !agreed.has(host))
      .map(({ host, uses, certain, where }) => ({
        host,
        uses: useWords(uses),
        says: certain ? 'The module loads from it.' : 'A script names it: it may load from it.',
        where,
        href: `${href}/agree?host=${encodeURIComponent(host)}`,
      })),
    isLookedThrough: version.outside !== null,
    isTested: version.state !== 'draft',
  };
}

export interface AgreeFields {
  host?: unknown;
  uses?: unknown;
  reason?: unknown;
}

/** The form to agree to a website: what is agreed already, else what was found, stands in it. */
export function agreeView(version: VersionPage, form: AgreeFields, problems: FormProblems) {
  const asked = typeof form.host === 'string' ? form.host : '';
  const known = version.hosts.find(({ host }) => host === asked);
  const found = version.outside?.find(({ host }) => host === asked);
  const chosen: readonly unknown[] = form.uses === undefined ? (known?.uses ?? found?.uses ?? []) : [form.uses].flat();
  const isTested = version.state !== 'draft';
  // What was agreed before stands in the form, so that a change of something else does not lose it.
  const sent: readonly unknown[] = form.uses === undefined ? [] : chosen;
  const canBeAgreed = (use: HostUse) =>
    !isTested || !actsAsModule(use) || known?.uses.includes(use) || sent.includes(use);
  return {
    ...heading(version),
    isTested,
    host: asked,
    reason: form.reason ?? known?.reason ?? '',
    limit: HOST_REASON_LIMIT,
    uses: HOST_USES.filter(canBeAgreed).map((use: HostUse) => ({
      value: use,
      text: HOST_USE_WORDS[use],
      checked: chosen.includes(use),
    })),
    ...problems,
  };
}
