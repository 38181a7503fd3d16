// Opens chats, asks in each, and measures how long the model's deltas take to arrive.
import { randomUUID } from "node:crypto";
import { WebSocket } from "ws";
import { micros } from "./model.mjs";

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] : NaN;
}

function open(relay) {
  return new Promise((done, failed) => {
    const socket = new WebSocket(relay.url.replace("{session}", randomUUID()), { perMessageDeflate: false });
    socket.once("open", () => done(socket));
    socket.once("error", failed);
  });
}

/** Opens {@code count} sockets, a few at a time. */
export async function openAll(relay, count) {
  const sockets = [];
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(50, count - sockets.length) }, () => open(relay));
    sockets.push(...(await Promise.all(batch)));
  }
  return sockets;
}

function ask(socket, relay, question, seen) {
  return new Promise((done) => {
    const asked = performance.now();
    let first = true;
    const end = (failed) => {
      clearTimeout(limit);
      socket.removeAllListeners("message");
      seen.failed += failed ? 1 : 0;
      done();
    };
    const limit = setTimeout(() => end(true), 120_000);
    socket.once("close", () => end(true));
    socket.on("message", (data) => {
      const frame = JSON.parse(data);
      if (frame.type === relay.delta) {
        const now = micros();
        if (first) {
          seen.firstToken.push(performance.now() - asked);
          first = false;
        }
        for (const [, sent] of frame[relay.field].matchAll(/<(\d+)>/g)) {
          seen.delay.push((now - Number(sent)) / 1000);
        }
      } else if (frame.type === "done" || frame.type === "error") {
        socket.removeAllListeners("close");
        end(frame.type === "error");
      }
    });
    socket.send(JSON.stringify({ ...relay.frame, message: question }));
  });
}

/**
 * One question in each of `chats` sockets; the first `stalled` of them never read the answer.
 * @returns {Promise<{firstToken: number[], delay: number[], failed: number}>} in milliseconds
 */
export async function chat(relay, chats, { question = "hello", stalled = 0, stalledQuestion = question } = {}) {
  const sockets = await openAll(relay, chats);
  await wait(500);
  const seen = { firstToken: [], delay: [], failed: 0 };
  relay.startClock?.();
  const answers = sockets.map(async (socket, i) => {
    if (i < stalled) {
      socket.on("error", () => {});
      socket.send(JSON.stringify({ ...relay.frame, message: stalledQuestion }));
      socket.pause();
      return;
    }
    await wait(i);
    await ask(socket, relay, question, seen);
  });
  await Promise.all(answers);
  relay.stopClock?.();
  sockets.forEach((socket) => socket.terminate());
  await wait(500);
  return seen;
}
