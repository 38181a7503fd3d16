package io.smartchat.web.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A script of the widget, as the widget's build left it: plain, gzip and brotli.
 *
 * @param etag strong, of the plain bytes; each encoding adds its own mark
 */
record WidgetFile(byte[] plain, byte @Nullable [] gzip, byte @Nullable [] brotli, String etag) {

    private static final String ROOT = "META-INF/resources";

    /** One form of a file. */
    record Form(byte[] bytes, @Nullable String encoding, String etag) {}

    static @Nullable WidgetFile load(String path) {
        byte[] plain = read(path);
        return plain == null ? null : new WidgetFile(plain, read(path + ".gz"), read(path + ".br"), digest(plain));
    }

    Form form(@Nullable String acceptEncoding) {
        String accepted = acceptEncoding == null ? "" : acceptEncoding;
        if (brotli != null && accepted.contains("br")) {
            return new Form(brotli, "br", "\"" + etag + "-br\"");
        }
        if (gzip != null && accepted.contains("gzip")) {
            return new Form(gzip, "gzip", "\"" + etag + "-gz\"");
        }
        return new Form(plain, null, "\"" + etag + "\"");
    }

    private static byte @Nullable [] read(String path) {
        try (InputStream in = WidgetFile.class.getClassLoader().getResourceAsStream(ROOT + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
