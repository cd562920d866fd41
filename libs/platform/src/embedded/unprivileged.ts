import { execFile, spawnSync, type ExecFileOptions } from 'node:child_process';
import { chownSync, existsSync } from 'node:fs';

/** PostgreSQL refuses to run as root; this is how its programs are run by whoever we are. */
export interface Launch {
  /** Words before the program's own. */
  readonly prefix: readonly string[];
  readonly options: Pick<ExecFileOptions, 'uid' | 'gid'>;
  /** Makes a folder belong to the one who will run the programs. */
  readonly own: (folder: string) => void;
}

/** "nobody": the account of last resort where user namespaces are forbidden. */
const NOBODY = 65_534;

const UNSHARE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'] as const;

const canUnshare = (): boolean => {
  const [program, ...words] = UNSHARE;
  return spawnSync(program, [...words, 'true'], { stdio: 'ignore' }).status === 0;
};

const plain: Launch = { prefix: [], options: {}, own: () => undefined };

const asNobody: Launch = {
  prefix: [],
  options: { uid: NOBODY, gid: NOBODY },
  own: (folder) => {
    if (existsSync(folder)) chownSync(folder, NOBODY, NOBODY);
  },
};

/** Not root: as we are. Root: in a user namespace where we are user 1000, else as nobody. */
export const launchFor = (
  uid: number | undefined = process.getuid?.(),
  unshare: () => boolean = canUnshare,
): Launch => {
  if (uid !== 0) return plain;
  return unshare() ? { ...plain, prefix: UNSHARE } : asNobody;
};

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end; a code other than zero is an outcome, not an error. */
export const runProgram = (
  launch: Launch,
  command: readonly string[],
  input: string | undefined = undefined,
): Promise<Outcome> => {
  const [first = '', ...rest] = [...launch.prefix, ...command];
  return new Promise((resolve, reject) => {
    const child = execFile(
      first,
      rest,
      { ...launch.options, cwd: '/', maxBuffer: 16_777_216 },
      (error, stdout, stderr) => {
        const output = `${stdout}${stderr}`;
        if (error === null) resolve({ code: 0, output });
        else if (typeof error.code === 'number') resolve({ code: error.code, output });
        else reject(new Error(`${command.join(' ')} could not run: ${error.message}`, { cause: error }));
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
};
