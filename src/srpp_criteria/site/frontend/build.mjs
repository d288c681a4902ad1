// SPDX-License-Identifier: Apache-2.0
// Bundles the scripts of the site into ../bundle/. A script of a page is a file of src/pages/; what several share, or what
// is only asked for by a click (Word, YAML), becomes a chunk of its own. `node build.mjs item basket` bundles only these two.
import { build } from "esbuild";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = `${here}../bundle`;
const wanted = process.argv.slice(2);
const pages = wanted.length > 0 ? wanted.map((name) => `${name}.ts`) : readdirSync(`${here}src/pages`);

const made = await build({
  entryPoints: pages.map((name) => `${here}src/pages/${name}`),
  outdir: target,
  chunkNames: "chunk-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: ["es2022"],
  legalComments: "none",
  charset: "utf8",
  write: false,
});
// Nothing is taken away before everything new is there.
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const file of made.outputFiles) writeFileSync(file.path, file.contents);
