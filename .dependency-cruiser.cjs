const { FLOOR, libsOf, standsOn } = require('./apps/standalone/tools/stands-on.mjs');

/** Each lib says in its descriptor what it stands on, beside the floor. */
const arrows = libsOf(__dirname).map((lib) => {
  const below = FLOOR.includes(lib) ? [] : [...FLOOR, ...standsOn(__dirname, lib)];
  return {
    name: `what-${lib}-stands-on`,
    severity: 'error',
    // A spec may try a lib together with those that hear of it.
    from: { path: `^libs/${lib}/`, pathNot: '\\.spec\\.ts$' },
    to: { path: '^libs/', pathNot: `^libs/(${[lib, ...below].join('|')})/` },
  };
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-through-index',
      comment: 'A lib is used through its index.ts. One spec knows every letter, and nobody else needs them.',
      severity: 'error',
      from: { path: '^(apps|libs|test)/([^/]+)/', pathNot: '^test/welsh/every-letter\\.spec\\.ts$' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^$1/$2/' },
    },
    {
      name: 'apps-keep-to-themselves',
      comment:
        'Only standalone composes the other apps, and tests start them; through their index.ts. All read the list of libs.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/libs\\.ts$'] },
    },
    {
      name: 'apps-only-through-index',
      severity: 'error',
      from: { path: '^(apps|test)/([^/]+)/' },
      to: { path: '^apps/([^/]+)/src/(?!index\\.ts$)', pathNot: '^$1/$2/' },
    },
    {
      name: 'the-list-of-libs-knows-libs-only',
      severity: 'error',
      from: { path: '^apps/libs\\.ts$' },
      to: { pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    ...arrows,
    {
      name: 'site-rooms-by-who-enters',
      comment: 'Screens of one side use nothing of another: what several need lies below all of them.',
      severity: 'error',
      from: { path: '^apps/members-area/src/(public|member|testing|desk)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/members-area/src/', pathNot: '^apps/members-area/src/($1|frame|forms|lists|words)/' },
    },
    {
      name: 'site-floor-knows-no-screen',
      severity: 'error',
      from: { path: '^apps/members-area/src/(frame|forms|lists|words)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/members-area/src/(public|member|testing|desk)/' },
    },
    {
      name: 'product-knows-no-test',
      comment: 'What a spec is given may look where it likes: no product reads over its shoulder.',
      severity: 'error',
      from: {
        path: '^(apps|libs|content)/',
        pathNot: '\\.(spec|given)\\.ts$|^(libs/[^/]+|apps/course-service/browser|content/player)/test/',
      },
      to: { path: '^test/|\\.(spec|given)\\.ts$|^(libs/[^/]+|apps/course-service/browser|content/player)/test/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: '(\\.spec\\.ts|\\.given\\.ts|/build\\.mjs|/literals\\.mjs|/rows\\.mjs)$',
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
