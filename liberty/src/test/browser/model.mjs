import { createServer } from 'node:http';

const TEXT =
  'A ticket for a cargo bicycle costs **64 kroner** for one crossing [1]. You buy it from the purser on board.\n\n' +
  Array.from(
    { length: 30 },
    (_, i) => `${i + 1}. Step ${i + 1} of boarding, told at leisure.`,
  ).join('\n');

/** A language model's server (OpenAI's streaming API) that takes its time, so that there is a middle to do things in. */
export async function startModel({ pace = 60 } = {}) {
  const open = new Set();
  const http = createServer(async (request, response) => {
    for await (const part of request) void part;
    open.add(response);
    response.on('close', () => open.delete(response));
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const send = (delta, finish = null) =>
      response.write(
        `data: ${JSON.stringify({
          id: 'answer',
          object: 'chat.completion.chunk',
          created: 1,
          model: 'unhurried',
          choices: [{ index: 0, delta, finish_reason: finish }],
        })}\n\n`,
      );
    send({ role: 'assistant', content: '' });
    for (const content of TEXT.match(/[\s\S]{1,12}/g)) {
      if (response.destroyed) return;
      send({ content });
      await new Promise((resolve) => setTimeout(resolve, pace));
    }
    send({}, 'stop');
    response.end('data: [DONE]\n\n');
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    text: TEXT,
    /** Requests it is answering right now. */
    get answering() {
      return open.size;
    },
    url: `http://127.0.0.1:${http.address().port}/v1`,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
