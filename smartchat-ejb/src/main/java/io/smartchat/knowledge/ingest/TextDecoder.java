package io.smartchat.knowledge.ingest;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens a text file in the charset it is most likely written in: byte order mark, then strict UTF-8, then a guess. */
final class TextDecoder {

    private static final int SAMPLE = 256 * 1024;
    private static final int LEAST_CONFIDENCE = 10;
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /** What is labelled with the left is in practice written with the right, which holds all of it. */
    private static final Map<String, String> WIDER = Map.of(
            "ISO-8859-1", "windows-1252",
            "ISO-8859-9", "windows-1254",
            "GB2312", "GB18030",
            "Shift_JIS", "windows-31j",
            "EUC-KR", "x-windows-949");

    private TextDecoder() {}

    static Reader open(Path file) throws IOException {
        Charset charset = charsetOf(file);
        InputStream in = Files.newInputStream(file);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    static Charset charsetOf(Path file) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        Charset marked = byByteOrderMark(sample);
        if (marked != null) {
            return marked;
        }
        Charset wide = byZeros(sample);
        if (wide != null) {
            return wide;
        }
        return !shiftsCharsets(sample) && isUtf8(file) ? StandardCharsets.UTF_8 : guess(sample);
    }

    private static @Nullable Charset byByteOrderMark(byte[] b) {
        int mark = 0;
        for (int i = 0; i < 4; i++) {
            mark = mark << 8 | (i < b.length ? b[i] & 0xff : 0x55);
        }
        if (mark == 0x0000feff) {
            return Charset.forName("UTF-32BE");
        } else if (mark == 0xfffe0000) {
            return Charset.forName("UTF-32LE");
        } else if (mark >>> 16 == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        } else if (mark >>> 16 == 0xfffe) {
            return StandardCharsets.UTF_16LE;
        }
        return mark >>> 8 == 0xefbbbf ? StandardCharsets.UTF_8 : null;
    }

    /** UTF-16 of mostly Latin text has a zero in every pair, always on the same side. */
    private static @Nullable Charset byZeros(byte[] sample) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        if (Math.max(even, odd) * 5 < sample.length || Math.min(even, odd) > 0) {
            return null;
        }
        return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /** ISO-2022 is all ASCII bytes, and so would pass for UTF-8; its escape sequences give it away. */
    private static boolean shiftsCharsets(byte[] sample) {
        for (int i = 0; i + 1 < sample.length; i++) {
            if (sample[i] == 0x1b && (sample[i + 1] == '$' || sample[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer ignored = CharBuffer.allocate(64 * 1024);
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, ignored.clear(), end);
                if (result.isError()) {
                    result.throwException();
                }
                bytes.compact();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset guess(byte[] sample) {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        if (match == null || match.getConfidence() < LEAST_CONFIDENCE) {
            return FALLBACK;
        }
        String name = WIDER.getOrDefault(match.getName(), match.getName());
        return Charset.isSupported(name) ? Charset.forName(name) : FALLBACK;
    }
}
