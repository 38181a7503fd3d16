package io.smartchat.knowledge;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An upload on its way to the database: on disk, so that a large file costs no memory, and gone when closed. */
record SpooledFile(Path path, long size, String sha256) implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    /** Copies {@code content}, but not more than {@code maxBytes} of it. */
    static SpooledFile of(InputStream content, long maxBytes) {
        @Nullable Path path = null;
        try {
            path = Files.createTempFile("smartchat-upload-", null);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = copy(content, path, digest, maxBytes);
            return new SpooledFile(path, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            delete(path);
            throw new UncheckedIOException("An upload could not be spooled", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            delete(path);
            throw e;
        }
    }

    private static long copy(InputStream content, Path path, MessageDigest digest, long maxBytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new SmartChatException(
                            ErrorCode.TOO_LARGE,
                            "The file is too large: at most %s are accepted. Split it and upload the parts."
                                    .formatted(megabytes(maxBytes)));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    private static String megabytes(long bytes) {
        return bytes % (1024 * 1024) == 0 ? bytes / (1024 * 1024) + " MiB" : bytes + " bytes";
    }

    byte[] head(int length) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content, for one reader; the file goes when the stream is closed. */
    InputStream openOnce() throws IOException {
        return Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void close() {
        delete(path);
    }

    private static void delete(@Nullable Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger(SpooledFile.class.getName())
                    .log(System.Logger.Level.WARNING, "A temporary file stays behind: " + path, e);
        }
    }
}
