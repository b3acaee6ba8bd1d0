// Loaded into every child: when the process that started it is gone, however it went, the child stops too.
// A child's own children inherit this file and must be left alone: without its pipe a build's worker would end early.
if (process.channel && process.ppid === Number(process.env.NERAM_PARENT)) {
  process.channel.unref();
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 3_000).unref();
  });
}
