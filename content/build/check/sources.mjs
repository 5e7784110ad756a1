import { readFileSync } from 'node:fs';
import { OFFICIAL } from './official-hosts.mjs';

const LINK = /\]\(([^)\s]+)[^)]*\)|<(https?:[^>]+)>|(?<![(<])\b(https?:\/\/[^\s)>]+)/g;

/** The addresses a module sends its readers to. Whether they answer is not tried: the check works without a network. */
export function checkSources({ about, screens }, problems) {
  const seen = new Set();
  about?.value.sources.forEach(({ url }, index) => {
    const line = about.lineOf(['sources', index, 'url']);
    noteAddress(
      url,
      (message) => problems.add(about.file, line, message),
      (message) => problems.warn(about.file, line, message),
    );
    const same = url.replace(/\/$/, '').toLowerCase();
    if (seen.has(same)) problems.add(about.file, line, `The source ${url} is listed twice`);
    seen.add(same);
  });
  for (const { file } of screens) {
    readFileSync(file, 'utf8')
      .split('\n')
      .forEach((text, index) => {
        for (const [, inBrackets, inAngles, bare] of text.matchAll(LINK)) {
          noteAddress(
            inBrackets ?? inAngles ?? bare,
            (message) => problems.add(file, index + 1, message),
            (message) => problems.warn(file, index + 1, message),
          );
        }
      });
  }
}

function noteAddress(url, add, warn) {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address) return add(`"${url}" is no full address`);
  if (address.protocol !== 'https:') return add(`${url} must begin with https://`);
  if (address.username || address.port) return add(`${url} has a user name or a port in it`);
  if (/[.,;:]$/.test(url)) add(`${url} ends in a full stop or comma that is none of its own`);
  if ([...address.searchParams.keys()].some((key) => /^(utm_|fbclid|gclid)/.test(key)))
    add(`${url} carries a tracking mark`);
  if (!OFFICIAL.some((host) => address.hostname === host || address.hostname.endsWith(`.${host}`)))
    warn(`${address.hostname} is not on the list of official places (content/build/check/official-hosts.mjs)`);
}
