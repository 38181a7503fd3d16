package io.smartchat.knowledge;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** How far a source has come; the same word in the database and on the wire. */
public enum SourceStatus {
    PENDING,
    PROCESSING,
    READY,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SourceStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    @Converter(autoApply = true)
    public static class Column implements AttributeConverter<SourceStatus, String> {

        @Override
        public String convertToDatabaseColumn(SourceStatus status) {
            return status.code();
        }

        @Override
        public SourceStatus convertToEntityAttribute(String code) {
            return of(code);
        }
    }
}
