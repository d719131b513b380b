import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import pins from './pins.json';

export type HostName = keyof typeof pins.hosts;
type PackageSpec = keyof typeof pins.packages;

/** A VS Code server that is ready to start: absolute paths. */
export interface Host {
  readonly name: HostName;
  readonly vscodeVersion: string;
  readonly node: string;
  readonly serverMain: string;
}

/** A headless Chromium that is ready to start: absolute paths. */
export interface Chromium {
  readonly executable: string;
  readonly libraryFolder: string;
  readonly fontConfig: string;
}

export const checkoutRoot = path.resolve(__dirname, '../..');

/** Checks a host's name as it comes from a command line; throws with the allowed names. */
export function parseHostName(name: string): HostName {
  if (name === 'newest' || name === 'oldest') return name;
  throw new Error(`unknown host "${name}" — use "newest" or "oldest"`);
}

/**
 * The server and the browser that a test run needs, fetched from the npm registry on the first call.
 * Throws when the platform is not Linux on x64, or when a package is not what `pins.json` says.
 */
export async function provision(which: HostName): Promise<{ host: Host; chromium: Chromium }> {
  const [host, chromium] = await Promise.all([provisionHost(which), provisionChromium()]);
  return { host, chromium };
}

/** The VS Code server alone (see {@link provision}): enough for a person who brings a browser. */
export async function provisionHost(which: HostName): Promise<Host> {
  requireLinux();
  const { vscode, server, node, stubs } = pins.hosts[which];
  const [serverFolder, nodeBinary] = await Promise.all([
    cached(`vscode-${vscode}`, (folder) => fillServer(folder, server as PackageSpec, stubs)),
    provisionNode(node as PackageSpec),
  ]);
  return {
    name: which,
    vscodeVersion: vscode,
    node: nodeBinary,
    serverMain: path.join(serverFolder, 'out/server-main.js'),
  };
}

/** The headless browser alone (see {@link provision}). */
export async function provisionChromium(): Promise<Chromium> {
  requireLinux();
  const folder = await cached('chromium-153.0.0', fillChromium);
  return {
    executable: path.join(folder, 'chromium'),
    libraryFolder: path.join(folder, 'lib'),
    fontConfig: path.join(folder, 'fonts.conf'),
  };
}

async function provisionNode(spec: PackageSpec): Promise<string> {
  const version = spec.slice(spec.lastIndexOf('@') + 1);
  const major = version.split('.')[0];
  if (process.versions.node.split('.')[0] === major) return process.execPath;
  const folder = await cached(`node-${version}`, async (target) => {
    const unpacked = await unpack(spec, target, ['package/bin/node']);
    await rename(path.join(unpacked, 'bin/node'), path.join(target, 'node'));
    await rm(unpacked, { recursive: true });
  });
  return path.join(folder, 'node');
}

async function fillServer(target: string, spec: PackageSpec, stubs: readonly string[]): Promise<void> {
  const unpacked = await unpack(spec, target, ['package/lib/vscode']);
  const root = path.join(unpacked, 'lib/vscode');
  for (const entry of await readdir(root)) await rename(path.join(root, entry), path.join(target, entry));
  await rm(unpacked, { recursive: true });
  await dropExtensionsWithCode(path.join(target, 'extensions'));
  await dropSourceMaps(target);
  await installServerDependencies(target);
  for (const name of stubs) {
    const folder = path.join(target, 'node_modules', name);
    await cp(path.join(__dirname, 'stubs', path.basename(name)), folder, { recursive: true });
  }
}

async function dropSourceMaps(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  await Promise.all(files.filter((file) => file.endsWith('.map')).map((file) => rm(path.join(folder, file))));
}

async function dropExtensionsWithCode(extensions: string): Promise<void> {
  for (const name of await readdir(extensions)) {
    const manifestFile = path.join(extensions, name, 'package.json');
    const manifest = existsSync(manifestFile) ? await readJson(manifestFile) : { main: '' };
    if ('main' in manifest || 'browser' in manifest) {
      await rm(path.join(extensions, name), { recursive: true });
    }
  }
}

async function installServerDependencies(server: string): Promise<void> {
  const manifestFile = path.join(server, 'package.json');
  const { overrides: _o, allowScripts: _a, dependencies, ...manifest } = await readJson(manifestFile);
  const wanted = Object.entries(dependencies as Record<string, string>).filter(([name]) =>
    pins.serverDependencies.includes(name),
  );
  const kept = { ...Object.fromEntries(wanted), ...pins.addedServerDependencies };
  await writeFile(manifestFile, JSON.stringify({ ...manifest, dependencies: kept }, null, 2));
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], server);
}

async function fillChromium(target: string): Promise<void> {
  const [chromium, fonts] = await Promise.all([
    unpack('@sparticuz/chromium@153.0.0', target, ['package/bin']),
    unpack('dejavu-fonts-ttf@2.37.3', target, ['package/ttf']),
  ]);
  const executable = path.join(target, 'chromium');
  const packed = path.join(chromium, 'bin');
  await Promise.all([
    pipeline(createReadStream(path.join(packed, 'chromium.br')), createBrotliDecompress(), createWriteStream(executable)),
    untar(path.join(packed, 'al2023.tar.br'), createBrotliDecompress(), target),
    untar(path.join(packed, 'swiftshader.tar.br'), createBrotliDecompress(), target),
    untar(path.join(packed, 'fonts.tar.br'), createBrotliDecompress(), target),
  ]);
  await chmod(executable, 0o755);
  for (const file of await readdir(path.join(fonts, 'ttf'))) {
    await rename(path.join(fonts, 'ttf', file), path.join(target, 'fonts', file));
  }
  await copyFile(path.join(__dirname, 'fonts.conf'), path.join(target, 'fonts.conf'));
  await Promise.all([rm(chromium, { recursive: true }), rm(fonts, { recursive: true })]);
}

/**
 * A folder of the cache, filled once. It appears by renaming a complete one, so a folder that is there is whole, and
 * of two processes that fill it at once the first wins.
 */
async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const cache = process.env['CORROBORATE_CACHE'] ?? path.join(checkoutRoot, '.cache');
  const root = path.join(path.resolve(cache), 'vscode-host');
  const folder = path.join(root, `${name}-r${pins.recipe}`);
  if (existsSync(folder)) return folder;
  const started = performance.now();
  progress(`preparing ${name} (once; kept in ${path.relative(process.cwd(), root) || '.'})`);
  await mkdir(root, { recursive: true });
  const temporary = await mkdtemp(path.join(root, `.${name}-`));
  const cleanUp = () => rmSync(temporary, { recursive: true, force: true });
  process.once('exit', cleanUp);
  try {
    await chmod(temporary, 0o755);
    await fill(temporary);
    await rename(temporary, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    cleanUp();
    process.off('exit', cleanUp);
  }
  progress(`${name} is ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return folder;
}

/** Fetches a pinned package, checks it, and unpacks the given paths of it into a new folder inside `parent`. */
async function unpack(spec: PackageSpec, parent: string, paths: readonly string[]): Promise<string> {
  const folder = await mkdtemp(path.join(parent, '.unpack-'));
  await npm(['pack', spec, '--loglevel=error', '--pack-destination', folder], folder);
  const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (!tarball) throw new Error(`npm pack ${spec} wrote no file — check the registry in \`npm config get registry\``);
  const file = path.join(folder, tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== pins.packages[spec]) {
    throw new Error(`${spec} is not the pinned package: its sha512 is ${integrity}, expected ${pins.packages[spec]}`);
  }
  await untar(file, createGunzip(), folder, paths);
  await rm(file);
  return path.join(folder, 'package');
}

async function untar(
  archive: string,
  decompress: Transform,
  folder: string,
  paths: readonly string[] = [],
): Promise<void> {
  const tar = spawn('tar', ['-x', '-f', '-', '-C', folder, ...paths], { stdio: ['pipe', 'ignore', 'pipe'] });
  const fed = pipeline(createReadStream(archive), decompress, tar.stdin).catch((error: NodeJS.ErrnoException) => {
    // tar may close its input after the archive's last entry, before the padding: its exit code tells.
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
  await Promise.all([fed, exitOf(tar, 'tar')]);
}

async function npm(parameters: readonly string[], cwd: string): Promise<void> {
  const script = process.env['npm_execpath'];
  const [command, first] = script?.endsWith('npm-cli.js') ? [process.execPath, [script]] : ['npm', []];
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_(package|lifecycle|config_local_prefix)|INIT_CWD$)/i.test(name)),
  );
  const child = spawn(command, [...first, ...parameters], { cwd, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  await exitOf(child, `npm ${parameters.slice(0, 2).join(' ')}`);
}

function exitOf(child: ReturnType<typeof spawn>, name: string): Promise<void> {
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`${name} could not start: ${error.message}`)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${name} failed (${code}):\n${errors}`))));
  });
}

async function readJson(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
}

function requireLinux(): void {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `the browser-based VS Code needs Linux on x64, this is ${process.platform} on ${process.arch}: ` +
        'install VS Code with its `code` command for npm start, or set CORROBORATE_DESKTOP=1 for the tests',
    );
  }
}

function progress(message: string): void {
  process.stderr.write(`[vscode-host] ${message}\n`);
}
