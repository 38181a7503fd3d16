/** What a site owner does in the admin panel. */
export class Owner {
  constructor(page, url) {
    this.page = page;
    this.url = url;
  }

  async goTo(path) {
    await this.page.goto('about:blank');
    await this.page.goto(`${this.url}/admin/#${path}`);
  }

  async choose(screen) {
    await this.page.getByRole('link', { name: screen, exact: true }).click();
    await this.page.getByRole('heading', { name: screen, level: 1 }).waitFor();
  }

  async fill(fields) {
    for (const [label, value] of Object.entries(fields)) {
      await this.page.getByLabel(label, { exact: true }).fill(value);
    }
  }

  press(button) {
    return this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** The row of a table that a document or tenant has. */
  row(name) {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  async act(on, action) {
    await this.press(`Actions for ${on}`);
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async signIn(email, password) {
    await this.fill({ Email: email, Password: password });
    await this.press('Sign in');
  }

  /** Lets files fall onto an element, as from a folder. */
  async drop(selector, files) {
    const given = files.map(({ name, type, content }) => ({
      name,
      type,
      content: content.toString('base64'),
    }));
    const transfer = await this.page.evaluateHandle((list) => {
      const data = new DataTransfer();
      for (const { name, type, content } of list) {
        const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      return data;
    }, given);
    const zone = this.page.locator(selector);
    await zone.dispatchEvent('dragover', { dataTransfer: transfer });
    await zone.dispatchEvent('drop', { dataTransfer: transfer });
  }
}
