import { Agent, request } from 'node:http';

export interface Shot {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const AT_ONCE = 16;

const agents = new Map<number, Agent>();

const agentFor = (port: number): Agent => {
  const known = agents.get(port) ?? new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  agents.set(port, known);
  return known;
};

/** One request; the text of the answer. Throws on any status but 200. */
export const shoot = ({ port, path, headers, body }: Shot): Promise<string> =>
  new Promise((resolve, reject) => {
    const call = request(
      { agent: agentFor(port), host: '127.0.0.1', port, path, method: 'POST', headers },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`status ${String(response.statusCode)}: ${text.slice(0, 500)}`));
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });

/** Answers per second while sixteen callers ask as fast as they are answered, for `seconds`. */
export const answersPerSecond = async (shot: Shot, seconds: number): Promise<{ rate: number; answers: number }> => {
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let answers = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < end) {
      await shoot(shot);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  return { answers, rate: (answers * 1000) / (performance.now() - begin) };
};

export const closeAgents = (): void => {
  for (const agent of agents.values()) agent.destroy();
  agents.clear();
};
