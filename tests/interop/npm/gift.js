// Prints, as JSON, what gift-pegjs reads in a GIFT file.
const { parse } = require('gift-pegjs');
const text = require('fs').readFileSync(process.argv[2], 'utf8');
try {
  process.stdout.write(JSON.stringify(parse(text)));
} catch (error) {
  const start = error.location ? error.location.start : { line: 0, column: 0 };
  process.stderr.write(`${start.line}:${start.column}: ${error.message}\n`);
  process.exit(1);
}
