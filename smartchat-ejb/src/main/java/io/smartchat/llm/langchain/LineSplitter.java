package io.smartchat.llm.langchain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Bytes in, whole lines out. Splits before it decodes, so a character cut between two buffers stays whole. */
final class LineSplitter {

    private static final int LONGEST_LINE = 4 * 1024 * 1024;

    private final Consumer<String> onLine;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private boolean afterCarriageReturn;

    LineSplitter(Consumer<String> onLine) {
        this.onLine = onLine;
    }

    void accept(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (b == '\n' && afterCarriageReturn) {
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                emit();
            } else {
                line.write(b);
                if (line.size() > LONGEST_LINE) {
                    throw new IOException("The model server sent a line of more than 4 MiB.");
                }
            }
        }
    }

    /** The bytes end here; what is left is a line too. */
    void end() {
        if (line.size() > 0) {
            emit();
        }
    }

    private void emit() {
        String text = line.toString(UTF_8);
        line.reset();
        onLine.accept(text);
    }
}
