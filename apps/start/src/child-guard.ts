/**
 * Loaded into every child before its own code: the pipe to the launcher is its lifeline. When it closes, however the
 * launcher ended, the child is asked to stop, and stops anyway a little later.
 */
const GRACE_MS = 5000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(0), GRACE_MS).unref();
  if (process.platform === 'win32') process.exit(0);
  process.kill(process.pid, 'SIGTERM');
});
