/** What a visitor does with the widget and sees of it. Playwright's locators enter the open shadow root. */
export class Visitor {
  constructor(page) {
    this.page = page;
    this.launcher = page.locator('.launcher');
    this.answers = page.locator('.answer');
  }

  async open() {
    await this.launcher.click();
    await this.page.locator('.panel.open textarea').waitFor();
  }

  async ask(text) {
    await this.page.locator('.panel textarea').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until this many answers are complete. */
  async answered(count = 1) {
    await this.answers
      .nth(count - 1)
      .locator('.actions')
      .waitFor();
  }

  async answerHolds(text, patience = 90_000) {
    await this.answers.last().locator('.prose', { hasText: text }).waitFor({ timeout: patience });
  }

  async lastAnswer() {
    const prose = this.answers.last().locator('.prose');
    return (await prose.count()) === 0 ? '' : prose.innerText();
  }

  async isAnswering() {
    return (await this.page.locator('.round.stop').count()) > 0;
  }

  async stop() {
    await this.page.locator('.round.stop').click();
  }

  /** Questions and answers as they stand, from the top. */
  conversation() {
    return this.page.locator('.message').evaluateAll((messages) =>
      messages.map((message) => {
        const words = message.querySelector('.prose') ?? message;
        return `${message.classList.contains('answer') ? 'answer' : 'question'}: ${words.innerText.trim()}`;
      }),
    );
  }

  async openFirstCitation() {
    await this.page.locator('.cite').first().click();
    await this.page.locator('.source.active blockquote').waitFor();
  }

  openSource() {
    return this.page.locator('.source.active').innerText();
  }

  /** Lightness of the window's ground, 0 to 255. */
  background() {
    return this.page.locator('.panel .dialog').evaluate((dialog) => {
      for (let it = dialog; it; it = it.parentElement) {
        const [r, g, b, alpha = 1] = getComputedStyle(it)
          .backgroundColor.match(/[\d.]+/g)
          .map(Number);
        if (alpha > 0) return (r + g + b) / 3;
      }
      return 255;
    });
  }
}
