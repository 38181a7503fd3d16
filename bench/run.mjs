// node run.mjs [goal …]: cpu, most, idle, stalled, tls; without one, all. ROUNDS=5 pairs, interleaved; medians are printed.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { chat, openAll, percentile } from "./load.mjs";
import { cpu, fastapi, liveHeap, memory, model, smartchat, vertx } from "./relays.mjs";

const rounds = Number(process.env.ROUNDS ?? 5);
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ["cpu", "most", "idle", "stalled", "tls"];
const median = (values) => percentile(values, 0.5);
const say = (...cells) => console.log(`| ${cells.map((c) => (typeof c === "number" ? Math.round(c * 100) / 100 : c)).join(" | ")} |`);

async function measured(relay, chats, options) {
  let before = 0;
  let spent = 0;
  const timed = { ...relay, startClock: () => (before = cpu(relay)), stopClock: () => (spent = cpu(relay) - before) };
  const { firstToken, delay, failed } = await chat(timed, chats, options);
  return {
    cpuPerThousand: (spent / delay.length) * 1000,
    firstMedian: median(firstToken),
    firstP99: percentile(firstToken, 0.99),
    delayP99: percentile(delay, 0.99),
    failed,
  };
}

async function warm(relay, times) {
  for (let i = 0; i < times; i++) {
    await chat(relay, 200);
  }
}

/** The same load on each relay in turn, so that a noisy neighbour disturbs all. */
async function interleaved(relays, chats) {
  const taken = new Map(relays.map((relay) => [relay.name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const relay of relays) {
      taken.get(relay.name).push(await measured(relay, chats));
    }
  }
  say("chats", "relay", "CPU ms per 1k tokens", "first token p50", "p99", "delay p99", "failed");
  for (const [name, results] of taken) {
    const of = (field) => median(results.map((result) => result[field]));
    say(chats, name, of("cpuPerThousand"), of("firstMedian"), of("firstP99"), of("delayP99"), of("failed"));
  }
  const ratio = (field, other) => median(taken.get("SmartChat").map((ours, i) => ours[field] / taken.get(other)[i][field]));
  for (const other of [...taken.keys()].filter((name) => name !== "SmartChat")) {
    say(chats, `SmartChat ÷ ${other}`, ratio("cpuPerThousand", other), ratio("firstMedian", other), ratio("firstP99", other), ratio("delayP99", other), "");
  }
}

/** The last step at which 99 of 100 deltas took less than 100 ms, in the better of two tries. STEPS names others. */
async function most(relay) {
  let held = 0;
  for (const chats of (process.env.STEPS ?? "100 200 300 400 500 650 800 1000 1300 1600 2000").split(" ").map(Number)) {
    const holds = ({ failed, delayP99 }) => failed === 0 && delayP99 < 100;
    if (!holds(await measured(relay, chats)) && !holds(await measured(relay, chats))) {
      break;
    }
    held = chats;
  }
  say("most chats with delay p99 < 100 ms", relay.name, held);
}

async function idle(relay, count = 2000) {
  const heap = relay.name === "FastAPI" ? NaN : liveHeap(relay);
  const before = memory(relay);
  const sockets = await openAll(relay, count);
  await new Promise((done) => setTimeout(done, 3000));
  const grown = (memory(relay) - before) / count;
  const live = relay.name === "FastAPI" ? NaN : (liveHeap(relay) - heap) / 1024 / count;
  say("idle KiB a socket", relay.name, grown, "live heap KiB", live);
  sockets.forEach((socket) => socket.terminate());
}

async function stalled(relay) {
  const all = { stalledQuestion: "pad:4000" };
  const taken = { without: [], with: [] };
  for (let round = 0; round < rounds; round++) {
    taken.without.push((await measured(relay, 450)).delayP99);
    taken.with.push((await measured(relay, 500, { ...all, stalled: 50 })).delayP99);
  }
  say("delay p99 of 450 readers", median(taken.without), "beside 50 that do not read", median(taken.with), "ratio", median(taken.with.map((p99, i) => p99 / taken.without[i])));
}

async function overTls() {
  const folder = join(import.meta.dirname, "target");
  const tls = { file: join(folder, "model.p12"), password: "bench-password" };
  mkdirSync(folder, { recursive: true });
  rmSync(tls.file, { force: true });
  execFileSync("keytool", ["-genkeypair", "-alias", "m", "-keyalg", "EC", "-dname", "CN=model", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", tls.file, "-storepass", tls.password], { stdio: "ignore" });
  const upstream = await model({ tls });
  const relay = await smartchat(upstream, { jvm: `-Djavax.net.ssl.trustStore=${tls.file} -Djavax.net.ssl.trustStorePassword=${tls.password}` });
  try {
    await warm(relay, 2);
    const result = await measured(relay, 200);
    say("TLS to the model, 200 chats", "CPU", result.cpuPerThousand, "first token p50", result.firstMedian, "delay p99", result.delayP99, "failed", result.failed);
  } finally {
    await relay.stop();
    await upstream.stop();
  }
}

async function onFresh(upstream, makers, use) {
  const relays = [];
  try {
    for (const make of makers) {
      relays.push(await make(upstream));
    }
    await use(relays);
  } finally {
    await Promise.all(relays.map((relay) => relay.stop()));
  }
}

console.log(`load average at the start: ${loadavg().map((l) => l.toFixed(1)).join(" ")}`);
const upstream = await model();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => process.exit(1));
}
try {
  if (wanted.some((goal) => ["cpu", "most", "stalled"].includes(goal))) {
    await onFresh(upstream, [vertx, smartchat, fastapi], async (relays) => {
      await warm(relays[1], 6);
      await warm(relays[0], 2);
      if (wanted.includes("cpu")) {
        await interleaved(relays, 50);
        await interleaved(relays, 500);
      }
      if (wanted.includes("stalled")) {
        await stalled(relays[1]);
      }
      if (wanted.includes("most")) {
        for (const relay of relays) {
          await most(relay);
        }
      }
    });
  }
  if (wanted.includes("idle")) {
    await onFresh(upstream, [vertx, smartchat], async (relays) => {
      for (const relay of relays) {
        await idle(relay);
      }
    });
  }
  if (wanted.includes("tls")) {
    await overTls();
  }
} finally {
  await upstream.stop();
  console.log(`load average at the end: ${loadavg().map((l) => l.toFixed(1)).join(" ")}`);
}
process.exit(0);
