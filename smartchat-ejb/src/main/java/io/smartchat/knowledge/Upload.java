package io.smartchat.knowledge;

import io.smartchat.platform.SmartChatException;
import java.io.InputStream;

/** A file that was received and found to be of a kind that can be read. */
record Upload(String filename, SourceType type, SpooledFile file) implements AutoCloseable {

    static Upload receive(String filename, InputStream content, long maxBytes) {
        String clean = FileNames.clean(filename);
        SpooledFile file = SpooledFile.of(content, maxBytes);
        try {
            if (file.size() == 0) {
                throw SmartChatException.invalid(
                        "file", "The file is empty: it has 0 bytes. Save it again and upload it once more.");
            }
            SourceType type = SourceTypeDetector.detect(clean, file.head(SourceTypeDetector.HEAD));
            return new Upload(clean, type, file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
