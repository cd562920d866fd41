import { nameRun } from './run-folder';

/** Names the run's folder; the server itself starts when the first spec asks for a database. */
export default function setup(): void {
  nameRun();
}
