// Starts and stops what is compared: SmartChat and two bare relays of the same model.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const here = import.meta.dirname;
const root = join(here, "..");
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

export const freePort = () =>
  new Promise((done) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function answers(url, seconds) {
  for (let i = 0; i < seconds * 4; i++) {
    try {
      if ((await fetch(url)).status < 500) {
        return;
      }
    } catch {
      // not up yet
    }
    await wait(250);
  }
  throw new Error(`${url} did not come up`);
}

function stop(child) {
  const over = new Promise((done) => child.once("exit", done));
  try {
    process.kill(-child.pid, "SIGTERM");
  } catch {
    return Promise.resolve();
  }
  return over;
}

function start(command, args, env, cwd = here) {
  const options = { cwd, env: { ...process.env, ...env }, detached: true, stdio: ["ignore", "ignore", "inherit"] };
  const child = spawn(command, args, options);
  // whoever interrupts a run leaves nothing behind
  process.once("exit", () => void stop(child));
  return child;
}

/** The processes of a group, so that a script that starts a JVM counts as the JVM. */
function pids(group) {
  const lines = execFileSync("ps", ["-eo", "pid=,pgid="]).toString().trim().split("\n");
  return lines.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, pgid]) => pgid === group).map(([pid]) => pid);
}

const sum = (values) => values.reduce((a, b) => a + b, 0);

/** CPU milliseconds and proportional memory (KiB) of a relay's processes. */
export const cpu = (relay) =>
  sum(
    pids(relay.process.pid).map((pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    }),
  );
export const memory = (relay) =>
  sum(pids(relay.process.pid).map((pid) => Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))[1])));

/** Bytes of live objects, after a collection; for JVMs. */
export function liveHeap(relay) {
  const jvm = pids(relay.process.pid).find((pid) => readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "java");
  const total = execFileSync("jcmd", [String(jvm), "GC.class_histogram"]).toString().trim().split("\n").at(-1);
  return Number(total.trim().split(/\s+/)[2]);
}

export async function model({ tls } = {}) {
  const port = await freePort();
  const process = start("node", ["model.mjs"], { PORT: String(port), PFX: tls?.file, PFX_PASSWORD: tls?.password });
  await wait(1000);
  return { process, url: `${tls ? "https" : "http"}://127.0.0.1:${port}/v1`, stop: () => stop(process) };
}

export async function vertx(upstream) {
  const folder = join(here, "floors/vertx");
  if (!existsSync(join(folder, "target/dependency"))) {
    execFileSync(join(root, "mvnw"), ["-q", "-f", join(folder, "pom.xml"), "compile", "dependency:copy-dependencies"]);
  }
  const port = await freePort();
  const process = start("java", ["-cp", "target/classes:target/dependency/*", "Floor", String(port), upstream.url], {}, folder);
  await answers(`http://127.0.0.1:${port}/`, 30);
  return floor("Vert.x", process, port);
}

export async function fastapi(upstream) {
  const python = join(here, "target/venv/bin/python");
  if (!existsSync(python)) {
    execFileSync("python3", ["-m", "venv", join(here, "target/venv")]);
    execFileSync(python, ["-m", "pip", "install", "-q", "fastapi", "uvicorn[standard]", "httpx"]);
  }
  const port = await freePort();
  const args = ["-m", "uvicorn", "fastapi_floor:app", "--port", String(port), "--log-level", "error"];
  const process = start(python, args, { UPSTREAM: upstream.url }, join(here, "floors"));
  await answers(`http://127.0.0.1:${port}/`, 30);
  return floor("FastAPI", process, port);
}

const floor = (name, process, port) => ({
  name,
  process,
  url: `ws://127.0.0.1:${port}/ws`,
  delta: "delta",
  field: "text",
  frame: {},
  stop: () => stop(process),
});

/** SmartChat as `./mvnw verify` or `./mvnw package` left it, on an empty data directory. */
export async function smartchat(upstream, { jvm = "" } = {}) {
  const data = mkdtempSync(join(tmpdir(), "smartchat-bench-"));
  const port = await freePort();
  const wlp = process.env.SMARTCHAT_WLP ?? join(root, "smartchat-ear/target/liberty/wlp");
  const env = {
    PORT: String(port),
    WLP_USER_DIR: process.env.SMARTCHAT_USR ?? join(root, "liberty/target/usr"),
    JVM_ARGS: `-Xmx1g ${jvm}`,
    SMARTCHAT_DATA_DIR: data,
    SMARTCHAT_ADMIN_EMAIL: "bench@example.com",
    SMARTCHAT_ADMIN_PASSWORD: "correct-horse-battery",
    DEFAULT_API_KEY: "bench-key",
    SMARTCHAT_LIMITS_MESSAGES_PER_MINUTE: "100000",
    SMARTCHAT_LIMITS_VISITOR_MESSAGES_PER_MINUTE: "100000",
    SMARTCHAT_LIMITS_ADDRESS_MESSAGES_PER_MINUTE: "100000",
    SMARTCHAT_LIMITS_SOCKETS_PER_ADDRESS: "100000",
  };
  const server = start(join(wlp, "bin/server"), ["run", "smartchat"], env);
  const base = `http://127.0.0.1:${port}`;
  await answers(`${base}/health/ready`, 120);
  const send = (method, path, body, token) =>
    fetch(base + path, {
      method,
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    }).then(async (reply) => {
      if (!reply.ok) {
        throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
      }
      return reply.json();
    });
  const admin = { email: env.SMARTCHAT_ADMIN_EMAIL, password: env.SMARTCHAT_ADMIN_PASSWORD };
  const { token } = await send("POST", "/api/admin/session", admin);
  const settings = { provider: "openai", base_url: upstream.url, api_key: "x", model: "stub", grounding: "off" };
  await send("PUT", "/api/admin/llm/config", settings, token);
  return {
    name: "SmartChat",
    process: server,
    url: `ws://127.0.0.1:${port}/api/chat/ws/chat/{session}`,
    delta: "chunk",
    field: "content",
    frame: { api_key: "bench-key" },
    stop: () => stop(server).finally(() => rmSync(data, { recursive: true, force: true })),
  };
}
