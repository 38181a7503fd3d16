package io.smartchat.llm.langchain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Bytes in, whole lines out. Splits before it decodes, so a character cut between two buffers stays whole. */
final class LineSplitter {

    private static final int LONGEST_LINE = 256 * 1024;

    private final Consumer<String> onLine;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private boolean afterCarriageReturn;

    LineSplitter(Consumer<String> onLine) {
        this.onLine = onLine;
    }

    void accept(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            take(bytes, lengthOfLine(bytes));
            if (bytes.hasRemaining()) {
                boolean carriageReturn = bytes.get() == '\r';
                boolean secondOfTwo = !carriageReturn && afterCarriageReturn && line.size() == 0;
                afterCarriageReturn = carriageReturn;
                if (!secondOfTwo) {
                    emit();
                }
            }
        }
    }

    private static int lengthOfLine(ByteBuffer bytes) {
        int end = bytes.position();
        while (end < bytes.limit() && bytes.get(end) != '\n' && bytes.get(end) != '\r') {
            end++;
        }
        return end - bytes.position();
    }

    private void take(ByteBuffer bytes, int length) throws IOException {
        if (length == 0) {
            return;
        }
        afterCarriageReturn = false;
        if (line.size() + length > LONGEST_LINE) {
            throw new IOException("The model server sent a line of more than 256 KiB.");
        }
        byte[] part = new byte[length];
        bytes.get(part);
        line.writeBytes(part);
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
