import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** An administrator's program: what a test needs that is not its subject. */
export class AdminApi {
  #url;
  #token;

  constructor(url, token) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url, email, password) {
    const reply = await fetch(`${url}/api/admin/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!reply.ok) throw new Error(`sign-in gave ${reply.status} ${await reply.text()}`);
    return new AdminApi(url, (await reply.json()).token);
  }

  async call(method, path, body) {
    const form = body instanceof FormData;
    const reply = await fetch(`${this.#url}/api/admin/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        ...(body && !form && { 'Content-Type': 'application/json' }),
      },
      body: form ? body : body && JSON.stringify(body),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path} gave ${reply.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  async createTenant(name, ...files) {
    const { id, api_key: key } = await this.call('POST', 'tenants', { name });
    const tenant = new Tenant(this, id, key);
    if (files.length > 0) await tenant.learn(...files);
    return tenant;
  }
}

class Tenant {
  constructor(admin, id, key) {
    Object.assign(this, { admin, id, key });
  }

  put(path, body) {
    return this.admin.call('PUT', this.#at(path), body);
  }

  get(path) {
    return this.admin.call('GET', this.#at(path));
  }

  /** Uploads, and waits until the chat can answer from it. */
  async learn(...files) {
    const form = new FormData();
    for (const file of files) form.append('file', new Blob([await readFile(file)]), basename(file));
    await this.admin.call('POST', this.#at('knowledge/upload'), form);
    await until(async () => {
      const { sources } = await this.get('knowledge');
      const failed = sources.find(({ status }) => status === 'failed');
      if (failed) throw new Error(`${failed.filename}: ${failed.error}`);
      return sources.every(({ status }) => status === 'ready');
    }, 120_000);
  }

  #at(path) {
    return `${path}${path.includes('?') ? '&' : '?'}tenant_id=${this.id}`;
  }
}

/** Asks again and again; there is no event to wait for on the other side of an API. */
export async function until(condition, patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (Date.now() > end) throw new Error(`did not happen within ${patience} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
