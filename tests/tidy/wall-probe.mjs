// Lints planted files against the walls alone and prints, per probe, the rules that refused it.
// Standard input: [{ "file", "code" }]; standard output: [["rule", …], …].
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { walls } from '../../eslint.walls.mjs';

const probes = JSON.parse(readFileSync(0, 'utf8'));
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser: tseslint.parser } }, ...walls],
});
const refusals = [];
for (const { file, code } of probes) {
  const [result] = await eslint.lintText(code, { filePath: file });
  refusals.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(refusals));
