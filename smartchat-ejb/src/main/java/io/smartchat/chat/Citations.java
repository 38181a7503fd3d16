package io.smartchat.chat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code [n]} marks of an answer. */
final class Citations {

    private static final Pattern MARK = Pattern.compile("\\[(\\d{1,3}(?:\\s*,\\s*\\d{1,3})*)]");

    private Citations() {}

    /** The passages an answer cites, of those it was given. */
    static List<SourceItem> cited(String answer, List<SourceItem> given) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher marks = MARK.matcher(answer);
        while (marks.find()) {
            for (String number : marks.group(1).split(",")) {
                numbers.add(Integer.valueOf(number.strip()));
            }
        }
        return given.stream().filter(item -> numbers.contains(item.n())).toList();
    }
}
