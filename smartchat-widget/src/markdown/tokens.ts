import { Lexer, Tokenizer, type Token, type Tokens } from 'marked';

export type { Token, Tokens };

/**
 * GFM without the three rules that could make a later line change an earlier one, or let markup
 * through: raw HTML stays text, and links by reference (also `[1][2]`, which are citations) too.
 */
class StreamTokenizer extends Tokenizer {
  override html(): undefined {
    return undefined;
  }

  override def(): undefined {
    return undefined;
  }

  override reflink(): undefined {
    return undefined;
  }
}

const tokenizer = new StreamTokenizer();

/** `breaks`: a single line break is shown as one, as people who type messages expect. */
export function lex(source: string, breaks = false): Token[] {
  return new Lexer({ gfm: true, breaks, tokenizer }).lex(source);
}

export function nested(token: Token): Token[] | undefined {
  return 'tokens' in token ? token.tokens : undefined;
}
