import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';

const maps = new Map<string, SourceMap | undefined>();

/**
 * Says in stack traces where a line stands in what was written, as `--enable-source-maps` does. That reads and takes apart the
 * map of every module as it is loaded, a fifth of a start; here a map is read when a stack that goes through its module is shown.
 */
Error.prepareStackTrace = (error, calls) =>
  [String(error), ...calls.map((call) => `    at ${asWritten(call)}`)].join('\n');

function asWritten(call: NodeJS.CallSite): string {
  // oxlint-disable-next-line typescript/no-base-to-string -- it has a toString of its own, which its type forgets
  const said = String(call);
  const file = call.getFileName();
  const [line, column] = [call.getLineNumber(), call.getColumnNumber()];
  if (!file || line === null || column === null) return said;
  const written = mapOf(file)?.findEntry(line - 1, column - 1);
  if (!written || !('originalSource' in written)) return said;
  const place = `${resolve(dirname(file), written.originalSource)}:${written.originalLine + 1}:${written.originalColumn + 1}`;
  return said.replace(`${file}:${line}:${column}`, () => place);
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, read(`${file}.map`));
  return maps.get(file);
}

/** A stack is shown whatever lies beside a module. */
function read(file: string): SourceMap | undefined {
  try {
    return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload) : undefined;
  } catch {
    return undefined;
  }
}
