package io.smartchat.web.widget;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The embed script and the modules it loads, for pages of any site. */
@WebServlet(urlPatterns = {"/widget.js", "/widget/*"})
public class WidgetScriptServlet extends HttpServlet {

    private static final Pattern SCRIPT = Pattern.compile("/widget\\.js|/widget/[A-Za-z0-9_-]+\\.js");
    private static final String REVALIDATE = "public, max-age=300, must-revalidate";
    private static final String NAMED_BY_CONTENT = "public, max-age=31536000, immutable";

    private final transient Map<String, Optional<WidgetFile>> files = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Optional<WidgetFile> file = SCRIPT.matcher(path).matches()
                ? files.computeIfAbsent(path, name -> Optional.ofNullable(WidgetFile.load(name)))
                : Optional.empty();
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        WidgetFile.Form form = file.get().form(request.getHeader("Accept-Encoding"));
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Timing-Allow-Origin", "*");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", form.etag());
        response.setHeader("Cache-Control", path.equals("/widget.js") ? REVALIDATE : NAMED_BY_CONTENT);
        if (form.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (form.encoding() != null) {
            response.setHeader("Content-Encoding", form.encoding());
        }
        response.setContentType("text/javascript; charset=utf-8");
        response.setContentLength(form.bytes().length);
        response.getOutputStream().write(form.bytes());
    }
}
