import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

const OUT = 'target/classes/META-INF/resources';
const TARGET = ['es2022', 'chrome111', 'firefox113', 'safari16.4'];
const KIB = 1024;
const LOADER_LIMIT = 5 * KIB;
const READY_LIMIT = 60 * KIB;
/** 0.75 of deep-chat's 108.6 KiB. */
const TOTAL_LIMIT = Math.floor(0.75 * 108.6 * KIB);

/** Style sheets travel as text, minified, for constructed sheets in the shadow root. */
const inlineCss = {
  name: 'inline-css',
  setup(bundle) {
    bundle.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?inline', '')),
      namespace: 'inline-css',
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'inline-css' }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, { loader: 'css', minify: true, target: TARGET });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

const common = {
  bundle: true,
  minify: true,
  target: TARGET,
  charset: 'utf8',
  legalComments: 'none',
  plugins: [inlineCss],
  write: false,
  outdir: OUT,
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

const chat = await build({
  ...common,
  entryPoints: { chat: 'src/chat/mount.tsx' },
  format: 'esm',
  splitting: true,
  metafile: true,
  entryNames: 'widget/[name]-[hash]',
  chunkNames: 'widget/[name]-[hash]',
});
const entry = chat.outputFiles.find(({ path }) => basename(path).startsWith('chat-'));

const loader = await build({
  ...common,
  entryPoints: { widget: 'src/embed/main.ts' },
  format: 'iife',
  define: { CHAT_CHUNK: JSON.stringify(basename(entry.path)) },
});

await rm(join(OUT, 'widget'), { recursive: true, force: true });
await mkdir(join(OUT, 'widget'), { recursive: true });

const sizes = new Map();
for (const file of [...loader.outputFiles, ...chat.outputFiles]) {
  const gzip = gzipSync(file.contents, { level: 9 });
  const brotli = brotliCompressSync(file.contents, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
  await writeFile(file.path, file.contents);
  await writeFile(`${file.path}.gz`, gzip);
  await writeFile(`${file.path}.br`, brotli);
  sizes.set(basename(file.path), gzip.length);
  const digest = createHash('sha256').update(file.contents).digest('hex').slice(0, 12);
  console.log(
    `${basename(file.path)}  ${kib(gzip.length)} gzip  ${kib(brotli.length)} br  ${digest}`,
  );
}

const loaderSize = sizes.get('widget.js');
const languages = [...sizes].filter(([name]) => /^[a-z]{2}-/.test(name)).map(([, size]) => size);
const sum = (values) => [...values].reduce((total, value) => total + value, 0);
// A visitor reads one language: the largest of them stands for all.
const total = sum(sizes.values()) - sum(languages) + Math.max(...languages);
const ready = loaderSize + entrySizes();
check('script tag’s file', loaderSize, LOADER_LIMIT);
check('ready to type', ready, READY_LIMIT);
check('all together', total, TOTAL_LIMIT);

/** The entry and what it imports statically. */
function entrySizes() {
  const { outputs } = chat.metafile;
  const reached = new Set();
  const visit = (path) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { path: next, kind } of outputs[path].imports) {
      if (kind === 'import-statement') visit(next);
    }
  };
  visit(Object.keys(outputs).find((path) => basename(path) === basename(entry.path)));
  return sum([...reached].map((path) => sizes.get(basename(path))));
}

function check(what, size, limit) {
  const verdict = size <= limit ? 'ok' : 'TOO BIG';
  console.log(`${what}: ${kib(size)} of ${kib(limit)} ${verdict}`);
  if (size > limit) process.exitCode = 1;
}

function kib(bytes) {
  return `${(bytes / KIB).toFixed(1)} KiB`;
}
