package io.smartchat.widget;

import io.smartchat.platform.FieldError;
import io.smartchat.platform.SmartChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What widget settings must satisfy, each failure in words for the owner. */
final class WidgetValidation {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern LANGUAGE = Pattern.compile("|[a-z]{2}(-[A-Za-z0-9]{2,8})*");
    private static final Set<String> POSITIONS = Set.of("bottom-right", "bottom-left");
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");
    private static final int MAX_QUESTIONS = 8;
    private static final int MAX_DOMAINS = 100;

    private final List<FieldError> errors = new ArrayList<>();

    private WidgetValidation() {}

    static void check(WidgetSettings settings) {
        WidgetValidation validation = new WidgetValidation();
        validation.all(settings);
        if (!validation.errors.isEmpty()) {
            throw SmartChatException.invalid(validation.errors);
        }
    }

    private void all(WidgetSettings s) {
        require(
                "title",
                !s.title().isBlank() && s.title().length() <= 100,
                "Give the widget a title of 1 to 100 characters.");
        require(
                "primary_color",
                COLOR.matcher(s.primaryColor()).matches(),
                "Write the colour as #rrggbb, such as #2f5bea.");
        require("greeting", s.greeting().length() <= 1000, "Keep the greeting under 1,000 characters.");
        require("position", POSITIONS.contains(s.position()), "Choose bottom-right or bottom-left.");
        require("theme", THEMES.contains(s.theme()), "Choose auto, light or dark.");
        require("logo_url", s.logoUrl().isEmpty() || httpUrl(s.logoUrl()), "Use an address that begins with https://.");
        require("placeholder", s.placeholder().length() <= 200, "Keep the placeholder under 200 characters.");
        require("language", LANGUAGE.matcher(s.language()).matches(), "Use a language code such as en or de.");
        require("handoff_message", s.handoffMessage().length() <= 1000, "Keep the message under 1,000 characters.");
        require(
                "suggested_questions",
                s.suggestedQuestions().size() <= MAX_QUESTIONS
                        && s.suggestedQuestions().stream()
                                .allMatch(q -> q != null && !q.isBlank() && q.length() <= 200),
                "Give at most 8 questions of 1 to 200 characters each.");
        require("allowed_domains", s.allowedDomains().size() <= MAX_DOMAINS, "Give at most 100 domains.");
        s.allowedDomains().stream()
                .filter(domain -> AllowedOrigin.parse(domain).isEmpty())
                .forEach(
                        domain -> errors.add(
                                new FieldError(
                                        "allowed_domains",
                                        "\"" + domain
                                                + "\" is not a domain. Write example.com, *.example.com or https://example.com:8443.")));
    }

    private void require(String field, boolean ok, String message) {
        if (!ok) {
            errors.add(new FieldError(field, message));
        }
    }

    private static boolean httpUrl(String url) {
        return url.length() <= 2000 && (url.startsWith("https://") || url.startsWith("http://"));
    }
}
