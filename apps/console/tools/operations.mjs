// Writes dist/operations.json: name and sha256 of the text of every operation the console sends. Run by the build.
// An API with HUIJI_OPERATIONS=known runs these and no others. Also: `node operations.mjs FILE [--texts]`.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initGraphQLTada } from 'gql.tada';
import { Kind, print } from 'graphql';
import ts from 'typescript';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const graphql = initGraphQLTada();

/** The `graphql(…)` calls of one module by the name of their constant, and what the module imports. */
const readModule = (file) => {
  const calls = new Map();
  const imports = new Map();
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    if (ts.isImportDeclaration(node) && node.importClause?.namedBindings !== undefined) {
      const from = node.moduleSpecifier.text;
      const bindings = node.importClause.namedBindings;
      if (from.startsWith('.') && ts.isNamedImports(bindings))
        for (const { name, propertyName } of bindings.elements)
          imports.set(name.text, { from: resolve(dirname(file), from), name: (propertyName ?? name).text });
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'graphql') {
      const [text, fragments] = node.arguments;
      const holder = node.parent;
      if (!ts.isVariableDeclaration(holder) || text === undefined || !ts.isNoSubstitutionTemplateLiteral(text))
        throw new Error(`${file}: a document is a constant of plain text: ${node.getText().slice(0, 80)}`);
      const names = fragments !== undefined && ts.isArrayLiteralExpression(fragments) ? fragments.elements : [];
      calls.set(holder.name.getText(), { text: text.text, fragments: names.map((name) => name.getText()) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { calls, imports };
};

const modules = new Map();
const moduleAt = (path) => {
  const file = ['', '.ts', '.tsx', '/index.ts']
    .map((end) => path + end)
    .find((name) => /\.tsx?$/.test(name) && existsSync(name));
  if (file === undefined) throw new Error(`no module ${path}`);
  if (!modules.has(file)) modules.set(file, readModule(file));
  return modules.get(file);
};

const documents = new Map();

/** The document as the running console has it: with the fragments it names, each made once, so that each stands in it once. */
const documentOf = (path, name) => {
  const { calls, imports } = moduleAt(path);
  const call = calls.get(name);
  if (call === undefined) {
    const imported = imports.get(name);
    if (imported === undefined) throw new Error(`${path}: nothing is called ${name}`);
    return documentOf(imported.from, imported.name);
  }
  if (!documents.has(call)) {
    const fragments = call.fragments.map((fragment) => documentOf(path, fragment));
    documents.set(call, graphql(call.text, fragments));
  }
  return documents.get(call);
};

export const operationsOf = (folder = source) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !/\.spec\.tsx?$/.test(file))
    .sort()
    .flatMap((file) => {
      const path = join(folder, file);
      return [...moduleAt(path).calls.keys()].map((name) => documentOf(path, name));
    })
    .flatMap((document) => {
      const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      if (operation === undefined) return [];
      const text = print(document);
      return [{ name: operation.name?.value ?? '', sha256: createHash('sha256').update(text).digest('hex'), text }];
    });

const [, , to = fileURLToPath(new URL('../dist/operations.json', import.meta.url)), texts] = process.argv;
const listed = operationsOf().map(({ name, sha256, text }) =>
  texts === undefined ? { name, sha256 } : { name, sha256, text },
);
writeFileSync(to, `${JSON.stringify(listed, null, 1)}\n`);
