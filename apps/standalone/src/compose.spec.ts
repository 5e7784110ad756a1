import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '@induct/platform';

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: unknown;
  volumes?: string[];
  image?: string;
  user?: string;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  read_only?: boolean;
  privileged?: boolean;
  tmpfs?: string[];
  networks?: Record<string, { ipv4_address?: string }>;
}

const root = join(__dirname, '../../..');
const environment: Record<string, string> = {
  POSTGRES_PASSWORD: 'secret',
  APP_PASSWORD: 'another',
  SITE_HOST: 'members.example.gov.uk',
  CONTENT_HOST: 'learning.example',
};

/** As Compose replaces variables: `${A}`, `${A:-default}`, `${A:?complaint}`, `$$`. */
function interpolate(text: string): string {
  return text.replaceAll(/\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g, (all, name: string, kind: string, rest: string) => {
    if (all === '$$') return '$';
    return environment[name] ?? (kind === '-' ? rest : '');
  });
}

describe('docker-compose.yml', () => {
  const yaml = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as unknown;
  // Compose replaces variables in values, after it has read the YAML.
  const compose = JSON.parse(JSON.stringify(yaml), (_, value) =>
    typeof value === 'string' ? interpolate(value) : value,
  ) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
    configs: object;
  };
  const caddyfile = readFileSync(join(root, 'apps/Caddyfile'), 'utf8');
  const apps = ['members-area', 'course-service', 'progress-tracker', 'worker'];

  it('runs PostgreSQL, what prepares it, the four apps and Caddy', () => {
    expect(Object.keys(compose.services).toSorted()).toEqual([...apps, 'caddy', 'database', 'prepare'].toSorted());
  });

  it.each(apps)('gives %s settings that it accepts in production, and its own main file', (name) => {
    const service = compose.services[name]!;
    expect(service.command?.at(-1)).toBe(`dist/apps/${name}/src/main.js`);
    expect(readConfig(service.environment)).toMatchObject({
      NODE_ENV: 'production',
      DEMO: false,
      SITE_ORIGIN: 'https://members.example.gov.uk',
      CONTENT_ORIGIN: 'https://learning.example',
    });
  });

  it.each([...apps, 'caddy'])('never tells %s the password of the superuser', (name) => {
    expect(JSON.stringify(compose.services[name])).not.toContain('secret');
  });

  it('closes every container: no capability, no new privileges, nothing to write but its volume', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      const { cap_drop, cap_add = [], security_opt, read_only, privileged } = service;
      expect([name, { cap_drop, security_opt, read_only, privileged, cap_add }]).toEqual([
        name,
        {
          cap_drop: ['ALL'],
          security_opt: ['no-new-privileges:true'],
          read_only: true,
          privileged: undefined,
          cap_add: name === 'caddy' ? ['NET_BIND_SERVICE'] : [],
        },
      ]);
      expect(JSON.stringify(service.volumes ?? [])).not.toContain('docker.sock');
    }
    expect(compose.services['database']?.user).toBe('postgres');
    expect(readFileSync(join(root, 'apps/Dockerfile'), 'utf8')).toMatch(/\nUSER node\n/);
  });

  it('names every image by its exact version', () => {
    const dockerfile = readFileSync(join(root, 'apps/Dockerfile'), 'utf8');
    const images = [
      ...Object.values(compose.services).flatMap(({ image }) => (image && image !== 'induct' ? [image] : [])),
      ...[...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!),
    ];
    expect(images).toHaveLength(4);
    expect(images.filter((image) => !/:\d+\.\d+(\.\d+)?[\w.-]*(@sha256:[\da-f]{64})?$/.test(image))).toEqual([]);
  });

  it.each(apps)('lets %s believe Caddy about addresses, and nobody else', (name) => {
    const address = compose.services['caddy']?.networks?.['default']?.ipv4_address;
    expect(readConfig(compose.services[name]!.environment).TRUSTED_PROXIES).toEqual([address]);
  });

  it('uses only volumes that it declares', () => {
    const used = Object.values(compose.services).flatMap(({ volumes }) => volumes ?? []);
    expect(
      used.map((volume) => volume.split(':')[0]).every((name) => name !== undefined && name in compose.volumes),
    ).toBe(true);
  });

  it('gives Caddy its settings in a file, as Compose cannot write one into a read-only container', () => {
    expect(compose.configs).toEqual({ caddyfile: { file: 'apps/Caddyfile' } });
    for (const [, name] of caddyfile.matchAll(/\{\$(\w+)\}/g)) {
      expect(compose.services['caddy']?.environment?.[name!]).toBe(environment[name!]);
    }
  });

  it('sends the whole run-time API of the content origin to the tracker', () => {
    const tracker = new RegExp(/path_regexp (\S+)/.exec(caddyfile)![1]!);
    expect(runTimeAddresses().filter((address) => !tracker.test(address))).toEqual([]);
    expect(['/launch/t0ken', '/preview/t0ken', '/launch/t0ken/files/log'].filter((path) => tracker.test(path))).toEqual(
      [],
    );
  });

  it.each([
    ['/launch/t0ken/commits', '/launch/REDACTED'],
    ['/sign-in/link/t0ken', '/sign-in/REDACTED'],
    ['/verify/NMC-2031-AAAA?k=t0ken', '/verify/REDACTED'],
    ['/?k=t0ken', '//REDACTED'],
    ['https://members.example.gov.uk/launch/t0ken', '/launch/REDACTED'],
    ['*', '*/REDACTED'],
  ])('lets Caddy write nothing secret of %s into its log', (address, written) => {
    const [, pattern, words] = /request>uri regexp (\S+) (\S+)/.exec(caddyfile)!;
    expect(address.replace(new RegExp(pattern!), words!)).toBe(written);
    expect(caddyfile).toContain('request>headers delete');
  });
});

/** As the tracker's controllers say. */
function runTimeAddresses(): string[] {
  const folder = join(root, 'apps/progress-tracker/src');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.controller.ts'))
    .flatMap((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      const at = /@Controller\('([^']+)'\)/.exec(source)![1]!;
      const routes = [...source.matchAll(/@(?:Get|Post|Put|Delete)\((?:'([^']+)')?\)/g)];
      return routes.map(([, path]) => `/${[at, path].filter(Boolean).join('/')}`.replace(':token', 't0ken'));
    });
}
