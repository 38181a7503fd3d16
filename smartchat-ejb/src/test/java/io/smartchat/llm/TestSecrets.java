package io.smartchat.llm;

import io.smartchat.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Seals without a database: hides the text and binds it to its place, which is what callers rely on. */
class TestSecrets extends Secrets {

    private final List<String> contexts = new ArrayList<>();

    @Override
    public String seal(String plaintext, String context) {
        contexts.add(context);
        return Base64.getEncoder().encodeToString((context + "|" + plaintext).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String open(String sealed, String context) {
        String opened = new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8);
        if (!opened.startsWith(context + "|")) {
            throw new IllegalStateException("Sealed for another place");
        }
        return opened.substring(context.length() + 1);
    }

    List<String> contexts() {
        return contexts;
    }
}
