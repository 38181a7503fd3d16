package io.smartchat.tool;

import dev.langchain4j.agent.tool.ToolSpecification;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tools of one turn, each under its name. */
public final class Toolbox {

    public static final Toolbox EMPTY = new Toolbox(List.of());

    private final Map<String, Tool> byName = new LinkedHashMap<>();

    /** Of several with the same name, the first counts. */
    public Toolbox(Collection<? extends Tool> tools) {
        tools.forEach(tool -> byName.putIfAbsent(tool.specification().name(), tool));
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    public List<ToolSpecification> specifications() {
        return byName.values().stream().map(Tool::specification).toList();
    }

    Optional<Tool> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What a model that asked for a tool there is not can do about it. */
    String unknown(String name) {
        String offered = String.join(", ", byName.keySet());
        return "There is no tool with that name. "
                + nearest(name).map(near -> "Did you mean " + near + "? ").orElse("")
                + "The tools are: " + offered + ".";
    }

    private Optional<String> nearest(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Math.max(2, wanted.length() / 2) + 1;
        for (String offered : byName.keySet()) {
            int edits = edits(wanted, offered.toLowerCase(Locale.ROOT));
            if (edits < least) {
                least = edits;
                best = offered;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein's distance; of names that are too long to be meant seriously, only the beginning. */
    static int edits(String one, String other) {
        String a = one.substring(0, Math.min(64, one.length()));
        String b = other.substring(0, Math.min(64, other.length()));
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
