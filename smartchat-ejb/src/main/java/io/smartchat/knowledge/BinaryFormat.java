package io.smartchat.knowledge;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Names common formats that are not accepted, so that the refusal can say what the file really is. */
final class BinaryFormat {

    private record Signature(String hex, String name) {
        boolean matches(byte[] head) {
            byte[] magic = HexFormat.of().parseHex(hex);
            return head.length >= magic.length && Arrays.equals(magic, Arrays.copyOf(head, magic.length));
        }
    }

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("89504e470d0a1a0a", "a PNG image"),
            new Signature("ffd8ff", "a JPEG image"),
            new Signature("474946383761", "a GIF image"),
            new Signature("474946383961", "a GIF image"),
            new Signature("49492a00", "a TIFF image"),
            new Signature("4d4d002a", "a TIFF image"),
            new Signature("504b0304", "a ZIP archive or an Office document (export it as PDF)"),
            new Signature("d0cf11e0a1b11ae1", "an old Office document (export it as PDF)"),
            new Signature("7b5c727466", "an RTF document (export it as PDF)"),
            new Signature("1f8b", "a gzip archive"),
            new Signature("377abcaf271c", "a 7z archive"),
            new Signature("526172211a07", "a RAR archive"),
            new Signature("7f454c46", "a program"));

    private BinaryFormat() {}

    static Optional<String> of(byte[] head) {
        return SIGNATURES.stream()
                .filter(s -> s.matches(head))
                .map(Signature::name)
                .findFirst();
    }
}
