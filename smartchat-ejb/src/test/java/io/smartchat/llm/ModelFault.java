package io.smartchat.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** What a model server can do wrong, and how a turn that meets it has to end. */
public enum ModelFault {
    BUSY_FOR_SECONDS(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 429, "Retry-After: 30")),
    BUSY_UNTIL_A_DATE(
            Ends.UNAVAILABLE,
            (x, d, now) -> refuse(
                    x, 429, "Date: Thu, 01 Jan 2026 00:00:00 GMT", "Retry-After: Thu, 01 Jan 2026 00:00:30 GMT")),
    BUSY_FOR_MILLISECONDS(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 429, "retry-after-ms: 150")),
    BUSY_WITHOUT_A_WORD(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 429)),
    BUSY_FOR_AGES(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 429, "Retry-After: 99999999999999999999")),
    BUSY_FOR_NONSENSE(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 429, "Retry-After: -1 soon")),
    STATUS_500(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 500)),
    STATUS_502(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 502)),
    STATUS_503(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 503)),
    STATUS_529(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 529)),
    STATUS_401(Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 401)),
    REDIRECT_TO_A_PRIVATE_ADDRESS(
            Ends.UNAVAILABLE, (x, d, now) -> refuse(x, 307, "Location: http://169.254.169.254/latest/meta-data")),
    NO_FIRST_BYTE(Ends.TIMEOUT_BEFORE_THE_TOKEN, (x, d, now) -> x.awaitHangUp()),
    HEAD_IN_DRIPS(Ends.TIMEOUT_BEFORE_THE_TOKEN, (x, d, now) -> {
        for (byte b : "HTTP/1.1 200 OK\r\nX-Slow: ".concat("x".repeat(1000)).getBytes(UTF_8)) {
            x.raw(new byte[] {b});
            x.pause(Duration.ofMillis(50));
        }
    }),
    HEADERS_THEN_SILENCE(Ends.TIMEOUT_BEFORE_THE_TOKEN, (x, d, now) -> {
        x.head(200, d.contentType());
        x.awaitHangUp();
    }),
    KEEP_ALIVES_WITHOUT_A_TOKEN(Ends.TIMEOUT_BEFORE_THE_TOKEN, (x, d, now) -> {
        x.head(200, d.contentType());
        forever(x, d.keepAlive());
    }),
    EVENTS_WITHOUT_A_TOKEN(Ends.TIMEOUT_BEFORE_THE_TOKEN, (x, d, now) -> {
        x.head(200, d.contentType());
        forever(x, d.delta(""));
    }),
    STALL_IN_THE_MIDDLE(Ends.TIMEOUT_BY_SILENCE, (x, d, now) -> {
        begin(x, d);
        now.run();
        x.awaitHangUp();
    }),
    KEEP_ALIVES_IN_THE_MIDDLE(Ends.TIMEOUT_BY_SILENCE, (x, d, now) -> {
        begin(x, d);
        now.run();
        forever(x, d.keepAlive());
    }),
    STALL_IN_A_CHUNK(Ends.TIMEOUT_BY_SILENCE, (x, d, now) -> {
        begin(x, d);
        x.raw("40\r\nda".getBytes(UTF_8));
        now.run();
        x.awaitHangUp();
    }),
    ENDLESS_STREAM(Ends.TIMEOUT_AT_THE_LAST, (x, d, now) -> {
        x.head(200, d.contentType());
        forever(x, d.delta("and "));
    }),
    RESET_BEFORE_THE_FIRST_BYTE(Ends.UNAVAILABLE, (x, d, now) -> x.reset()),
    RESET_AFTER_THE_HEADERS(Ends.UNAVAILABLE, (x, d, now) -> {
        x.head(200, d.contentType());
        x.reset();
    }),
    RESET_IN_THE_MIDDLE(Ends.UNAVAILABLE, (x, d, now) -> {
        begin(x, d);
        x.reset();
    }),
    CUT_IN_A_CHUNK(Ends.UNAVAILABLE, (x, d, now) -> {
        begin(x, d);
        x.raw(("100\r\n" + d.delta("cut")).getBytes(UTF_8));
    }),
    CUT_BETWEEN_CHUNKS(Ends.UNAVAILABLE, (x, d, now) -> begin(x, d)),
    CUT_IN_A_CHARACTER(Ends.UNAVAILABLE, (x, d, now) -> {
        begin(x, d);
        byte[] event = d.delta("Grüße").getBytes(UTF_8);
        x.chunk(java.util.Arrays.copyOf(event, new String(event, UTF_8).indexOf('ü') + 1));
        x.lastChunk();
    }),
    CUT_IN_THE_ARGUMENTS_OF_A_TOOL(Ends.UNAVAILABLE, (x, d, now) -> {
        x.head(200, d.contentType());
        String call = d.toolCall(0, "call_1", "search", "{\"query\":\"opening hours\"}");
        x.chunk(call.substring(0, call.indexOf("opening")));
        x.lastChunk();
    }),
    ORDERLY_END_WITHOUT_AN_END_MARK(Ends.UNAVAILABLE, (x, d, now) -> {
        begin(x, d);
        x.lastChunk();
    }),
    EMPTY_STREAM(Ends.UNAVAILABLE, (x, d, now) -> {
        x.head(200, d.contentType());
        x.lastChunk();
    }),
    BROKEN_JSON(Ends.UNAVAILABLE, (x, d, now) -> {
        begin(x, d);
        x.chunk(d.malformed());
        x.chunk(d.end(1, 1));
        x.lastChunk();
    }),
    ERROR_OBJECT_IN_A_200(Ends.UNAVAILABLE, (x, d, now) -> {
        x.head(200, "application/json");
        x.chunk("{\n  \"error\": {\n    \"message\": \"The model is overloaded\"\n  }\n}");
        x.lastChunk();
    }),
    ERROR_IN_THE_MIDDLE(Ends.UNAVAILABLE, (x, d, now) -> {
        begin(x, d);
        x.chunk(d.error("CUDA out of memory"));
        x.awaitHangUp();
    }),
    WEB_PAGE_IN_A_200(Ends.UNAVAILABLE, (x, d, now) -> {
        x.head(200, "text/html");
        x.chunk("<html><body>We are down for maintenance</body></html>");
        x.lastChunk();
    }),
    ANOTHER_CONTENT_TYPE(Ends.UNAVAILABLE, (x, d, now) -> {
        x.head(200, "image/png");
        x.chunk(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        x.lastChunk();
    }),
    GZIP_BOMB(Ends.UNAVAILABLE, (x, d, now) -> {
        x.head(200, d.contentType(), "Content-Encoding: gzip");
        x.chunk(Bomb.BYTES);
        x.lastChunk();
    }),
    HUGE_LINE(Ends.UNAVAILABLE, (x, d, now) -> {
        begin(x, d);
        for (int i = 0; i < 12; i++) {
            x.chunk("x".repeat(32 * 1024));
        }
    }),
    HUGE_ERROR_PAGE(Ends.UNAVAILABLE, (x, d, now) -> {
        x.head(400, "text/plain");
        forever(x, "no ".repeat(1000));
    }),
    MORE_IN_THE_CHUNK_THAN_ITS_LENGTH(Ends.UNAVAILABLE, (x, d, now) -> {
        begin(x, d);
        x.raw(("3\r\n" + d.delta("more than three bytes")).getBytes(UTF_8));
    }),
    CHUNK_LENGTH_THAT_IS_NO_NUMBER(Ends.UNAVAILABLE, (x, d, now) -> {
        begin(x, d);
        x.raw("zz\r\n".getBytes(UTF_8));
    }),
    BODY_SHORTER_THAN_ITS_LENGTH(
            Ends.UNAVAILABLE,
            (x, d, now) -> x.raw(("HTTP/1.1 200 OK\r\nContent-Type: " + d.contentType()
                            + "\r\nContent-Length: 100000\r\n\r\n" + d.delta("Ten."))
                    .getBytes(UTF_8))),
    NOT_HTTP(Ends.UNAVAILABLE, (x, d, now) -> x.raw("SSH-2.0-OpenSSH_9.2\r\n".getBytes(UTF_8))),
    // from here on the server is odd, and still understood
    SPLIT_CHARACTERS(Ends.COMPLETE, (x, d, now) -> {
        x.head(200, d.contentType());
        for (byte b : (d.delta("Grüße 🌍") + d.end(1, 1)).getBytes(UTF_8)) {
            x.chunk(new byte[] {b});
        }
        x.lastChunk();
    }),
    BYTES_THAT_ARE_NO_TEXT(Ends.COMPLETE, (x, d, now) -> {
        x.head(200, d.contentType());
        byte[] event = d.delta("Gr?sse").getBytes(UTF_8);
        event[new String(event, UTF_8).indexOf('?')] = (byte) 0xfc;
        x.chunk(event);
        end(x, d);
    }),
    END_MARK_TWICE(Ends.COMPLETE, (x, d, now) -> {
        begin(x, d);
        x.chunk(d.end(1, 1) + d.end(1, 1));
        x.lastChunk();
    }),
    GARBAGE_AFTER_THE_END_MARK(Ends.COMPLETE, (x, d, now) -> {
        begin(x, d);
        x.chunk(d.end(1, 1) + d.malformed() + d.error("late") + "!!");
        x.lastChunk();
    }),
    END_MARK_ON_A_CONNECTION_THAT_STAYS_OPEN(Ends.COMPLETE, (x, d, now) -> {
        begin(x, d);
        x.chunk(d.end(1, 1));
        x.awaitHangUp();
    }),
    RESET_AFTER_THE_END_MARK(Ends.COMPLETE, (x, d, now) -> {
        begin(x, d);
        x.chunk(d.end(1, 1));
        // a reset overtakes what the client has not read yet
        x.pause(Duration.ofMillis(300));
        x.reset();
    }),
    NO_CONTENT_TYPE_TO_SPEAK_OF(Ends.COMPLETE, (x, d, now) -> {
        x.head(200, "application/octet-stream");
        x.chunk(d.delta("Ten."));
        end(x, d);
    });

    /** How a turn ends, and by which limit it has to. */
    public enum Ends {
        COMPLETE,
        UNAVAILABLE,
        TIMEOUT_BEFORE_THE_TOKEN,
        TIMEOUT_BY_SILENCE,
        TIMEOUT_AT_THE_LAST
    }

    @FunctionalInterface
    private interface Played {
        void play(ScriptedExchange exchange, WireDialect dialect, Runnable now)
                throws IOException, InterruptedException;
    }

    private final Ends ends;
    private final Played played;

    ModelFault(Ends ends, Played played) {
        this.ends = ends;
        this.played = played;
    }

    public Ends ends() {
        return ends;
    }

    /** @param now runs when what goes wrong in the middle of an answer begins */
    public void play(ScriptedExchange exchange, WireDialect dialect, Runnable now)
            throws IOException, InterruptedException {
        played.play(exchange, dialect, now);
    }

    private static void refuse(ScriptedExchange exchange, int status, String... headers) throws IOException {
        exchange.head(status, "application/json", headers);
        exchange.chunk("{\"error\":{\"message\":\"Not now\"}}");
        exchange.lastChunk();
    }

    private static void begin(ScriptedExchange exchange, WireDialect dialect) throws IOException {
        exchange.head(200, dialect.contentType());
        exchange.chunk(dialect.delta("The museum "));
    }

    private static void end(ScriptedExchange exchange, WireDialect dialect) throws IOException {
        exchange.chunk(dialect.end(1, 1));
        exchange.lastChunk();
    }

    /** Until the client hangs up, which a write then tells. */
    private static void forever(ScriptedExchange exchange, String chunk) throws IOException, InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            exchange.chunk(chunk);
            exchange.pause(Duration.ofMillis(20));
        }
    }

    private static final class Bomb {

        static final byte[] BYTES = zeros();

        private static byte[] zeros() {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
                zip.write(new byte[20 * 1024 * 1024]);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return packed.toByteArray();
        }
    }
}
