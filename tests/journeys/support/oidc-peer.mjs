// A real OpenID provider, in a process of its own: `node oidc-peer.mjs <redirect address>` prints its address.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [redirect] = process.argv.slice(2);
const accounts = {
  'subject-1': { sub: 'subject-1', email: 'li@example.org', email_verified: true },
  'subject-2': { sub: 'subject-2', email: 'wang@example.org', email_verified: true },
  'subject-3': { sub: 'subject-3', email: 'zhao@example.org', email_verified: false },
  'subject-9': { sub: 'subject-9', email: 'nobody@example.org', email_verified: true },
};

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'huiji', client_secret: 'a secret of the client', redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_context, id) => accounts[id] && { accountId: id, claims: () => accounts[id] },
    pkce: { required: () => true },
    cookies: { keys: ['of this test only'] },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
});
process.on('disconnect', () => process.exit(0));
