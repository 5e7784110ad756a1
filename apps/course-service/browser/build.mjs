import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Bundles the player: one script for each standard, so that a page never holds the other one's API, and one each for
 * previews, so that a member's page holds nothing of the testing panel. Names carry a hash of the content, so browsers
 * may keep them for ever; `manifest.json` says which is which. Compressing takes longer than bundling.
 */
export async function buildPlayer({ outDir, quiet = true, compressed = true }) {
  const result = await build({
    entryPoints: {
      scorm_12: join(here, 'scorm12.ts'),
      scorm_2004: join(here, 'scorm2004.ts'),
      player: join(here, 'player.css'),
      preview_scorm_12: join(here, 'preview12.ts'),
      preview_scorm_2004: join(here, 'preview2004.ts'),
      preview: join(here, 'preview.css'),
      dispatch_scorm_12: join(here, 'dispatch12.ts'),
      dispatch_scorm_2004: join(here, 'dispatch2004.ts'),
      dispatch_closed: join(here, 'dispatch-closed.ts'),
      taster_scorm_12: join(here, 'taster12.ts'),
      taster_scorm_2004: join(here, 'taster2004.ts'),
      dispatch_package: join(here, 'dispatch-package.ts'),
    },
    outdir: outDir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'iife',
    // Sentences stand in it as they are looked up (libs/platform/src/words/speech.ts).
    charset: 'utf8',
    target: ['es2022'],
    sourcemap: false,
    legalComments: 'none',
    loader: { '.woff2': 'file' },
    metafile: true,
    plugins: [onlyWhatIsUsed],
    tsconfig: join(here, 'tsconfig.json'),
    logLevel: quiet ? 'error' : 'warning',
  });
  const manifest = {};
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const key = output.entryPoint ? entryName(output.entryPoint) : fontName(name);
    if (key) manifest[key] = name;
    if (compressed && /\.(js|css)$/.test(name)) compress(join(outDir, name));
  }
  writeFileSync(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Loading libs/scorm does nothing by itself: of it, and of what it rests on, only what the player calls comes along. */
const onlyWhatIsUsed = {
  name: 'only-what-is-used',
  setup(esbuild) {
    esbuild.onResolve({ filter: /./ }, async ({ path, pluginData, ...args }) => {
      const isScorm = path === '@induct/scorm' || /[/\\]libs[/\\]scorm[/\\]src[/\\]/.test(args.importer);
      if (!isScorm || pluginData === 'asked') return undefined;
      const { importer, namespace, resolveDir, kind } = args;
      const found = await esbuild.resolve(path, { importer, namespace, resolveDir, kind, pluginData: 'asked' });
      return { ...found, sideEffects: false };
    });
  },
};

const ENTRIES = {
  'scorm12.ts': 'scorm_12',
  'scorm2004.ts': 'scorm_2004',
  'player.css': 'styles',
  'preview12.ts': 'preview_scorm_12',
  'preview2004.ts': 'preview_scorm_2004',
  'preview.css': 'preview_styles',
  'dispatch12.ts': 'dispatch_scorm_12',
  'dispatch2004.ts': 'dispatch_scorm_2004',
  'dispatch-closed.ts': 'dispatch_closed',
  'taster12.ts': 'taster_scorm_12',
  'taster2004.ts': 'taster_scorm_2004',
  'dispatch-package.ts': 'dispatch_package',
};
const entryName = (entry) => ENTRIES[entry.slice(entry.lastIndexOf('/') + 1)];
const fontName = (name) => /-latin-(\d+)-normal-/.exec(name)?.[1]?.replace(/^/, 'font-');

function compress(path) {
  const source = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(source, { level: 9 }));
  writeFileSync(`${path}.br`, brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
