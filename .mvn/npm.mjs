// Runs an npm script of a front-end folder from Maven, and nothing when there is nothing to do:
//   node npm.mjs <folder> <script>[,<script>…] [<stamp file> <input>…]
// Packages are installed when the lock file changed. With a stamp, scripts run only when an input is newer than it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const [folder, scripts, stamp, ...inputs] = process.argv.slice(2);
const cwd = resolve(folder);

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function install() {
  const mark = join(cwd, 'node_modules', '.installed-lock');
  const lock = createHash('sha256').update(readFileSync(join(cwd, 'package-lock.json'))).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  rmSync(mark, { force: true });
  npm('ci', '--no-fund', '--no-audit', '--loglevel=error');
  writeFileSync(mark, lock);
}

function newest(path) {
  const stat = statSync(path);
  return stat.isDirectory()
    ? readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), stat.mtimeMs)
    : stat.mtimeMs;
}

const stampFile = stamp && resolve(cwd, stamp);
const upToDate =
  stampFile && existsSync(stampFile) && inputs.every((input) => newest(join(cwd, input)) <= statSync(stampFile).mtimeMs);
if (!upToDate) {
  install();
  scripts.split(',').forEach((script) => npm('run', '--silent', script));
  if (stampFile) {
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, '');
  }
}
