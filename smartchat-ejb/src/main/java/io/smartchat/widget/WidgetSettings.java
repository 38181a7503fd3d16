package io.smartchat.widget;

import java.util.List;

/**
 * How a tenant's widget looks and where it may run.
 *
 * @param position {@code bottom-right} or {@code bottom-left}
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param language BCP 47 tag, or empty for the visitor's own
 * @param allowedDomains sites that may use the key; empty means any
 */
public record WidgetSettings(
        String title,
        String primaryColor,
        String greeting,
        String position,
        String logoUrl,
        String placeholder,
        List<String> suggestedQuestions,
        String language,
        String theme,
        List<String> allowedDomains,
        boolean showSources,
        String handoffMessage) {

    static WidgetSettings defaults() {
        return new WidgetSettings(
                "Chat with us",
                "#2f5bea",
                "Hi! How can I help you?",
                "bottom-right",
                "",
                "",
                List.of(),
                "",
                "auto",
                List.of(),
                true,
                "");
    }

    WidgetSettings with(WidgetChange change) {
        return new WidgetSettings(
                or(change.title(), title),
                or(change.primaryColor(), primaryColor),
                or(change.greeting(), greeting),
                or(change.position(), position),
                or(change.logoUrl(), logoUrl),
                or(change.placeholder(), placeholder),
                or(change.suggestedQuestions(), suggestedQuestions),
                or(change.language(), language),
                or(change.theme(), theme),
                or(change.allowedDomains(), allowedDomains),
                or(change.showSources(), showSources),
                or(change.handoffMessage(), handoffMessage));
    }

    private static <T> T or(@org.jspecify.annotations.Nullable T changed, T current) {
        return changed == null ? current : changed;
    }
}
