package io.smartchat.chat;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** EclipseLink 5 sends a null UUID as a null text, which PostgreSQL refuses for a {@code uuid} column: one that may be null is text. */
@Converter
class UuidText implements AttributeConverter<UUID, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : UUID.fromString(column);
    }
}
