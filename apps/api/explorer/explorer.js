'use strict';
const byId = (id) => document.getElementById(id);
let accessToken = '';
let types = new Map();

const ask = async (query, variables) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json() };
};

const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  return Object.assign(element, attributes);
};

const named = (type) => (type.ofType ? named(type.ofType) : type);
const written = (type) => {
  if (type.kind === 'NON_NULL') return `${written(type.ofType)}!`;
  return type.kind === 'LIST' ? `[${written(type.ofType)}]` : type.name;
};

const SCHEMA = `{ __schema { queryType { name } mutationType { name } types {
  kind name description
  fields { name description args { name description type { ...T } } type { ...T } }
  inputFields { name description type { ...T } }
  enumValues { name description }
  possibleTypes { name } } } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

const typeButton = (type) => {
  const button = make('button', written(type), { type: 'button', className: 'link' });
  button.addEventListener('click', () => showType(named(type).name));
  return button;
};

const showType = (name) => {
  const type = types.get(name);
  if (!type) return;
  const parts = [
    make('h2', `${name} (${type.kind.toLowerCase()})`),
    make('p', type.description, { className: 'words' }),
  ];
  const list = make('ul');
  for (const field of type.fields ?? type.inputFields ?? []) {
    const item = make('li', `${field.name}: `);
    item.append(typeButton(field.type), make('p', field.description, { className: 'words' }));
    list.append(item);
  }
  for (const value of type.enumValues ?? []) {
    const item = make('li', value.name);
    item.append(make('p', value.description, { className: 'words' }));
    list.append(item);
  }
  for (const member of type.possibleTypes ?? []) {
    const item = make('li');
    item.append(typeButton({ kind: 'OBJECT', name: member.name }));
    list.append(item);
  }
  byId('type').replaceChildren(...parts, list);
};

/** The leaf fields of a type, and below a page or a union those of what it holds. */
const selection = (type, depth = 0) => {
  const shape = types.get(named(type).name);
  if (!shape || depth > 4) return '';
  if (shape.kind === 'UNION')
    return ` { __typename ${shape.possibleTypes
      .filter(({ name }) => !name.endsWith('Refusal'))
      .map(({ name }) => `... on ${name}${selection({ kind: 'OBJECT', name }, depth + 1)}`)
      .join(
        ' ',
      )} ... on Refusal { code message mend } ... on InputRefusal { issues { field row code message mend } } }`;
  if (!shape.fields) return '';
  const fields = shape.fields
    .filter(({ args }) => args.length === 0)
    .map((field) => {
      const inner = types.get(named(field.type).name);
      const isPage = ['edges', 'node', 'pageInfo'].includes(field.name);
      if (inner?.fields || inner?.kind === 'UNION') return isPage ? field.name + selection(field.type, depth + 1) : '';
      return field.name;
    })
    .filter(Boolean);
  return ` { ${fields.join(' ') || '__typename'} }`;
};

const example = (type) => {
  const shape = types.get(named(type).name);
  if (shape?.inputFields)
    return Object.fromEntries(shape.inputFields.map((field) => [field.name, example(field.type)]));
  if (shape?.enumValues?.length) return shape.enumValues[0].name;
  const known = {
    Uuid: crypto.randomUUID?.() ?? '',
    Fen: '0.00',
    Quantity: '0',
    Int: 1,
    Boolean: false,
    BasisPoints: 0,
    PlainDate: '2020-07-01',
    Month: '2020-07',
  };
  return type.kind === 'LIST' || type.ofType?.kind === 'LIST' ? [] : (known[named(type).name] ?? '');
};

const begin = (kind, field) => {
  const args = field.args.filter(({ type }) => type.kind === 'NON_NULL');
  const declared = args.map(({ name, type }) => `$${name}: ${written(type)}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = `${kind} ${field.name}${declared ? `(${declared})` : ''}`;
  byId('query').value = `${head} {\n  ${field.name}${given ? `(${given})` : ''}${selection(field.type)}\n}`;
  byId('variables').value = JSON.stringify(
    Object.fromEntries(args.map(({ name, type }) => [name, example(type)])),
    null,
    2,
  );
  showType(named(field.type).name);
};

const listFields = (wanted) => {
  const lists = ['Query', 'Mutation'].flatMap((root) => {
    const list = make('ul');
    for (const field of types.get(root)?.fields ?? []) {
      const words = `${field.name} ${field.description ?? ''}`.toLowerCase();
      if (!words.includes(wanted.toLowerCase())) continue;
      const button = make('button', field.name, { type: 'button', className: 'link' });
      button.addEventListener('click', () => begin(root.toLowerCase(), field));
      const item = make('li');
      item.append(button, make('p', field.description, { className: 'words' }));
      list.append(item);
    }
    return [make('h2', root === 'Query' ? '查询 Queries' : '变更 Mutations'), list];
  });
  byId('fields').replaceChildren(...lists);
};

const run = async () => {
  let variables;
  try {
    variables = JSON.parse(byId('variables').value || '{}');
  } catch (error) {
    byId('status').textContent = `变量不是 JSON, the variables are no JSON: ${error.message}`;
    return;
  }
  const begun = performance.now();
  try {
    const { status, body } = await ask(byId('query').value, variables);
    byId('status').textContent = `${status} · ${Math.round(performance.now() - begun)} ms`;
    byId('result').textContent = JSON.stringify(body, null, 2);
  } catch (error) {
    byId('status').textContent = `没有应答, no answer: ${error.message}`;
  }
};

byId('run').addEventListener('click', run);
byId('search').addEventListener('input', (event) => listFields(event.target.value));
for (const id of ['query', 'variables'])
  byId(id).addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run();
  });
byId('login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { body } = await ask(
    'mutation logIn($input: LogInInput!) { logIn(input: $input) { ... on Session { accessToken viewer { displayName membership { role organisation { nameZh } } } } ... on Refusal { message } } }',
    { input: { loginName: byId('name').value, password: byId('password').value } },
  );
  const answer = body.data?.logIn ?? {};
  accessToken = answer.accessToken ?? '';
  const viewer = answer.viewer;
  byId('who').textContent = viewer
    ? `${viewer.displayName} · ${viewer.membership.organisation.nameZh} · ${viewer.membership.role}`
    : (answer.message ?? body.errors?.[0]?.message ?? '');
});

void ask(SCHEMA).then(({ body }) => {
  types = new Map(body.data.__schema.types.map((type) => [type.name, type]));
  listFields('');
  begin(
    'query',
    types.get('Query').fields.find(({ name }) => name === 'me'),
  );
});
