// What the .NET build runs: npm ci where the lock file asks for it, the page's types and bundle. One process at a time does so in a
// checkout; the others wait and then find it done.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const home = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = resolve(process.argv[2]);
const out = dirname(stamp);
const lock = `${out}.lock`;
const modules = join(home, "node_modules");
const installed = join(modules, ".installed");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node.js 20.19 or later builds the page; this is ${process.versions.node}.`);

mkdirSync(dirname(out), { recursive: true });
await takeLock();
try {
  if (isOlder(installed, join(home, "package-lock.json"))) {
    run("ci", "--include=dev", "--no-audit", "--no-fund");
    writeFileSync(installed, "");
  }
  process.env.JINGJIAN_PAGE = out;
  run("run", "build", "--silent");
  writeFileSync(stamp, "");
} finally {
  rmSync(lock, { force: true });
}

function run(...parameters) {
  // On Windows npm is a script, which only a shell starts; nothing here comes from outside.
  try {
    execFileSync("npm", parameters, { cwd: home, stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
  } catch (error) {
    rmSync(lock, { force: true });
    fail(`npm ${parameters.join(" ")} failed in src/web: ${error.message}`);
  }
}

function isOlder(one, other) {
  return !existsSync(one) || statSync(one).mtimeMs < statSync(other).mtimeMs;
}

/** A file that only one process can make; one whose maker has died is removed. */
async function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    let maker = 0;
    try {
      maker = Number(readFileSync(lock, "utf8"));
      if (maker > 0) process.kill(maker, 0);
    } catch (error) {
      if (error.code === "ESRCH") rmSync(lock, { force: true });
    }
    await new Promise(done => setTimeout(done, 200));
  }
}

function fail(sentence) {
  console.error(`error : ${sentence}`);
  process.exit(1);
}
