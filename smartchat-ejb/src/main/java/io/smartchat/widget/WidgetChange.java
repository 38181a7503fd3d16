package io.smartchat.widget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partial change of {@link WidgetSettings}: null leaves a field as it is. */
public record WidgetChange(
        @Nullable String title,
        @Nullable String primaryColor,
        @Nullable String greeting,
        @Nullable String position,
        @Nullable String logoUrl,
        @Nullable String placeholder,
        @Nullable List<String> suggestedQuestions,
        @Nullable String language,
        @Nullable String theme,
        @Nullable List<String> allowedDomains,
        @Nullable Boolean showSources,
        @Nullable String handoffMessage) {}
