// Reads statements from a file, one a line; prints for each the faults that were found.
const validate = require("@learninglocker/xapi-validation").default;
const lines = require("fs").readFileSync(process.argv[2], "utf8").split("\n");
for (const line of lines.filter(Boolean)) {
  const faults = validate(JSON.parse(line));
  const said = faults.map((each) => [each.constructor.name, ...(each.path || [])].join(" "));
  console.log(JSON.stringify(said));
}
