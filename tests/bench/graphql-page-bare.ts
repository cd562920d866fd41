import { createServer } from 'node:http';
import { Pool } from 'pg';

/** The floor: node:http and one prepared statement, no permissions, no row security, no GraphQL. */
const PAGE = `
SELECT a.id, a.seq, a.kind, a.subject_type, a.subject_id, a.from_state, a.to_state, a.reason, a.actor_kind,
       coalesce(u.display_name, a.actor_name, '') AS actor_name, a.business_date, a.at
FROM platform.action a LEFT JOIN identity.person_user u ON u.id = a.actor_id
WHERE a.area = $1 ORDER BY a.seq DESC LIMIT $2`;

const pool = new Pool({ connectionString: process.argv[2] ?? '', max: 10 });

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    pool.query({ name: 'page', text: PAGE, values: ['510900', 51] }).then(
      ({ rows }) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: rows }));
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
process.once('disconnect', () => process.exit(0));
