package io.smartchat.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A host page with the widget live; its key comes from {@code ?key=} or is the configured default. */
@WebServlet("/test.html")
public class TestPageServlet extends HttpServlet {

    private static final String TEMPLATE = "/WEB-INF/test.html";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.~-]{1,200}");

    @Inject
    @ConfigProperty(name = "DEFAULT_API_KEY")
    private transient Optional<String> defaultKey;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = Optional.ofNullable(request.getParameter("key"))
                .or(() -> defaultKey)
                .filter(value -> KEY.matcher(value).matches())
                .orElse("");
        try (InputStream template = getServletContext().getResourceAsStream(TEMPLATE)) {
            String page = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{api_key}}", key)
                    .replace("{{state}}", key.isEmpty() ? "without-key" : "with-key");
            response.setContentType("text/html; charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().write(page);
        }
    }
}
