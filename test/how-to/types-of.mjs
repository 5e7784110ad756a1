// node test/how-to/types-of.mjs TSCONFIG: whether the files that it names fit the types of the project, and whatever imports one of
// them. `tsc` would look at everything that they lead to, which is nearly the whole project, and `npm run check` does.
// It ends with 1 when one does not, and says why.
import { basename, resolve } from 'node:path';
import ts from 'typescript';

const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (found) => say([found]) };
const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(process.argv[2], { noEmit: true }, host);
const program = ts.createProgram(fileNames, options);

const named = new Set(fileNames.map((path) => resolve(path)));
const importsOne = new RegExp(`/(${fileNames.map((path) => basename(path, '.ts')).join('|')})'`);
const looked = program
  .getSourceFiles()
  .filter((file) => named.has(resolve(file.fileName)) || (!file.isDeclarationFile && importsOne.test(file.text)));

say([
  ...errors,
  ...program.getOptionsDiagnostics(),
  ...program.getSyntacticDiagnostics(),
  ...program.getGlobalDiagnostics(),
  ...looked.flatMap((file) => program.getSemanticDiagnostics(file)),
]);

function say(found) {
  if (found.length === 0) return;
  const told = {
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (path) => path,
    getNewLine: () => '\n',
  };
  process.stdout.write(ts.formatDiagnostics(found, told));
  process.exitCode = 1;
}
