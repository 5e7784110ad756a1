/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-through-index',
      comment: 'A lib is used through its index.ts.',
      severity: 'error',
      from: { path: '^(apps|libs|test)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^$1/$2/' },
    },
    {
      name: 'apps-keep-to-themselves',
      comment: 'Only standalone composes the other apps, and tests start them; through their index.ts.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-only-through-index',
      severity: 'error',
      from: { path: '^(apps|test)/([^/]+)/' },
      to: { path: '^apps/([^/]+)/src/(?!index\\.ts$)', pathNot: '^$1/$2/' },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'platform-is-the-floor',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^libs/', pathNot: '^libs/platform/' },
    },
    {
      name: 'course-stands-on-scorm-people-and-platform',
      severity: 'error',
      from: { path: '^libs/course/' },
      to: { path: '^libs/', pathNot: '^libs/(course|scorm|people|platform)/' },
    },
    {
      name: 'steering-stands-on-course-and-people',
      severity: 'error',
      from: { path: '^libs/steering/' },
      to: { path: '^libs/', pathNot: '^libs/(steering|course|people|scorm|platform)/' },
    },
    {
      name: 'no-lib-stands-on-steering',
      comment: 'The gate is asked by apps only.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/steering/' },
      to: { path: '^libs/steering/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '(\\.spec\\.ts|/build\\.mjs)$' },
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
