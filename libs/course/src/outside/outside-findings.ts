import type { PackageFinding } from '@induct/scorm';
import { note, warning } from '../archive/archive-findings';
import type { OutsideContent } from './outside-content';
import type { OutsideHost } from './outside-host';

/** What an officer is told about what a package loads from elsewhere, and what does not work in today's browsers. */
export function outsideFindings({ hosts, insecure, goes, sends, opens, flash }: OutsideContent): PackageFinding[] {
  return [
    ...flashFindings(flash),
    ...hostFindings(hosts),
    ...(insecure.count > 0 ? [insecureFinding(insecure.count, insecure.where)] : []),
    ...opens.slice(0, 1).map((where) => opensWindow(opens.length, where)),
    ...goes.slice(0, 1).map(({ host, where }) => goesElsewhere(host, where)),
    ...sends.slice(0, 1).map(({ host, where }) => sendsElsewhere(host, where)),
  ];
}

function flashFindings(flash: OutsideContent['flash']): PackageFinding[] {
  const launched = flash.find(({ isLaunchPage }) => isLaunchPage) ?? flash[0];
  if (!launched) return [];
  const { where, fallback, isLaunchPage } = launched;
  const remedy = 'Ask whoever made it for an export as HTML5, and upload that.';
  if (isLaunchPage && !fallback) {
    const message =
      'The module is made with Flash, which no browser has played since 2021: on a desktop computer members would see an empty page.';
    return [warning('flash-only', message, remedy, where)];
  }
  const message = isLaunchPage
    ? 'The module has a version in Flash, which no browser has played since 2021, and seems to have another one beside it.'
    : `${flash.length === 1 ? 'A page' : `${flash.length} pages`} of the module ${flash.length === 1 ? 'shows' : 'show'} Flash, which no browser has played since 2021. These places would be empty.`;
  return [
    warning(
      'flash-parts',
      message,
      `Look at the module on a desktop computer. If something is missing: ${lower(remedy)}`,
      where,
    ),
  ];
}

function hostFindings(hosts: readonly OutsideHost[]): PackageFinding[] {
  const loaded = hosts.filter(({ certain }) => certain);
  const named = hosts.filter(({ certain }) => !certain);
  const findings: PackageFinding[] = [];
  if (loaded.length > 0) {
    const scripts = loaded.some(({ uses }) => uses.includes('scripts'))
      ? ' It asks for scripts there; without them it may not even begin: try it in a preview.'
      : '';
    const message = `The module loads content from ${websites(loaded)}. ${closed(loaded)}${scripts}`;
    const remedy =
      'Best export it with its content inside. If that cannot be, agree to the website on the page of the version, under “Other websites”: it learns from where the module is opened, and without it the module is not whole.';
    findings.push(warning('outside-content', message, remedy, loaded[0]!.where));
  }
  if (named.length > 0) {
    const message = `Scripts of the module name ${websites(named)} and may load content from there. ${closed(named)}`;
    const remedy =
      'Play the module. If something is missing, agree to the website on the page of the version, under “Other websites”.';
    findings.push(note('outside-content-perhaps', message, named[0]!.where, remedy));
  }
  return findings;
}

function closed(hosts: readonly OutsideHost[]): string {
  return hosts.length === 1
    ? 'It stays closed until an officer agrees to it.'
    : 'They stay closed until an officer agrees to each of them.';
}

const SHOWN = 5;

function websites(hosts: readonly OutsideHost[]): string {
  const names = hosts.slice(0, SHOWN).map(({ host }) => host);
  const more = hosts.length > SHOWN ? ` and ${hosts.length - SHOWN} more` : '';
  return hosts.length === 1
    ? `another website: ${names[0]}`
    : `${hosts.length} other websites: ${names.join(', ')}${more}`;
}

function insecureFinding(count: number, where: string): PackageFinding {
  const what =
    count === 1
      ? 'An address that the module loads from begins'
      : `${count} addresses that the module loads from begin`;
  const message = `${what} with “http:”, which browsers do not load into a secure page. It is asked for with “https:” instead; where the other website does not offer that, the place stays empty.`;
  return warning(
    'insecure-content',
    message,
    'Change it to “https:” in the authoring tool and export the module again.',
    where,
  );
}

function opensWindow(count: number, where: string): PackageFinding {
  const what = count === 1 ? 'A page of the module opens' : `${count} pages of the module open`;
  return warning(
    'opens-window',
    `${what} another window as soon as it is loaded. Browsers stop windows that nobody asked for.`,
    'In the authoring tool choose that the module is shown in the same window, and export it again. Until then, members have to press a button.',
    where,
  );
}

function goesElsewhere(host: string, where: string): PackageFinding {
  return warning(
    'goes-elsewhere',
    `A page of the module goes on to another website (${host}) as soon as it is loaded. That is not followed: members would see an empty page.`,
    'Export the module with its content inside, or put a link there that opens in a window of its own.',
    where,
  );
}

function sendsElsewhere(host: string, where: string): PackageFinding {
  return warning(
    'sends-elsewhere',
    `A form in the module sends what members enter to another website (${host}). That is never let through.`,
    'Take the form out, or link to it so that it opens in a window of its own.',
    where,
  );
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
