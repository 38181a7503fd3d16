package io.smartchat.knowledge;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** The kinds of file that can be read; the same word in the database and on the wire. */
public enum SourceType {
    PDF("application/pdf"),
    TXT("text/plain"),
    CSV("text/csv");

    private final String mediaType;

    SourceType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What the original file is served as. */
    public String mediaType() {
        return mediaType;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SourceType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    @Converter(autoApply = true)
    public static class Column implements AttributeConverter<SourceType, String> {

        @Override
        public String convertToDatabaseColumn(SourceType type) {
            return type.code();
        }

        @Override
        public SourceType convertToEntityAttribute(String code) {
            return of(code);
        }
    }
}
