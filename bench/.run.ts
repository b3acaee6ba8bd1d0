const file = process.argv[2];
const { run } = await import(file!);
console.table(await run());
process.exit(0);
