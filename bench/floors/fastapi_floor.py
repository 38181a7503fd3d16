"""The least a FastAPI server does to pass a model's deltas on."""

import json
import os

import httpx
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
model = httpx.AsyncClient(
    base_url=os.environ["UPSTREAM"], timeout=None, limits=httpx.Limits(max_connections=None)
)


async def relay(socket: WebSocket, question: str) -> None:
    asked = {"model": "stub", "stream": True, "messages": [{"role": "user", "content": question}]}
    async with model.stream("POST", "/chat/completions", json=asked) as answer:
        async for line in answer.aiter_lines():
            if not line.startswith("data: {"):
                continue
            text = json.loads(line[6:])["choices"][0]["delta"].get("content")
            if text:
                await socket.send_text(json.dumps({"type": "delta", "text": text}))
    await socket.send_text('{"type": "done"}')


@app.websocket("/ws")
async def chat(socket: WebSocket) -> None:
    await socket.accept()
    try:
        while True:
            await relay(socket, (await socket.receive_json())["message"])
    except WebSocketDisconnect:
        pass
