// A model server that costs next to nothing: each delta is the time it was written, in microseconds, so that whoever
// receives it knows how long it was under way. PORT, TOKENS, GAP_MS; PFX and PFX_PASSWORD for TLS.
// A question that holds "pad:N" gets N more characters in each delta.
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";

const tokens = Number(process.env.TOKENS ?? 200);
const gap = Number(process.env.GAP_MS ?? 40);
const running = new Set();

export const micros = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

const event = (delta, finish) =>
  `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", model: "stub", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

function advance() {
  const now = performance.now();
  for (const answer of running) {
    while (answer.due <= now && answer.sent < tokens) {
      answer.response.write(event({ content: `<${micros()}>${answer.padding}` }, null));
      answer.sent++;
      answer.due += gap;
    }
    if (answer.sent === tokens) {
      answer.response.end(`${event({}, "stop")}data: [DONE]\n\n`);
      running.delete(answer);
    }
  }
}

function serve(request, response) {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.socket.setNoDelay(true);
    const padding = "x".repeat(Number(/pad:(\d+)/.exec(body)?.[1] ?? 0));
    const answer = { response, padding, sent: 0, due: performance.now() };
    running.add(answer);
    response.on("close", () => running.delete(answer));
  });
}

const { PORT, PFX, PFX_PASSWORD } = process.env;
if (PORT) {
  const server = PFX
    ? https.createServer({ pfx: readFileSync(PFX), passphrase: PFX_PASSWORD }, serve)
    : http.createServer(serve);
  server.keepAliveTimeout = 120_000;
  server.listen({ port: Number(PORT), host: "127.0.0.1", backlog: 4096 }, () => console.log("ready"));
  setInterval(advance, 1);
}
