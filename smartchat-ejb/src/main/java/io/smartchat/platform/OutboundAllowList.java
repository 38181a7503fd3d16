package io.smartchat.platform;

import inet.ipaddr.IPAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator opens in {@code SMARTCHAT_OUTBOUND_ALLOW}: hosts ({@code ollama}, {@code db.lan:5432}), addresses and
 * networks ({@code 10.1.0.0/16}), separated by commas or spaces. The servers the operator names in
 * {@code OPENAI_BASE_URL} and {@code OLLAMA_BASE_URL} are open too, at exactly that port.
 */
public final class OutboundAllowList {

    private static final String VARIABLE = "SMARTCHAT_OUTBOUND_ALLOW";
    private static final Pattern WITH_PORT = Pattern.compile("([^:]+|\\[[^]]+]):(\\d{1,5})");
    private static final Pattern ADDRESS_OR_NETWORK =
            Pattern.compile("[0-9.]+(/\\d+)?|[0-9a-f:.]*:[0-9a-f:.]*(/\\d+)?");

    private final Set<String> hosts = new HashSet<>();
    private final List<IPAddress> networks = new ArrayList<>();

    private OutboundAllowList() {}

    static OutboundAllowList of(Config config) {
        OutboundAllowList list =
                parse(config.getOptionalValue(VARIABLE, String.class).orElse(""));
        for (String variable : List.of("OPENAI_BASE_URL", "OLLAMA_BASE_URL")) {
            config.getOptionalValue(variable, String.class)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> list.addServer(variable, value.strip()));
        }
        return list;
    }

    /** @throws IllegalStateException naming the entry that can't be read */
    public static OutboundAllowList parse(String text) {
        OutboundAllowList list = new OutboundAllowList();
        for (String entry : text.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
            if (!entry.isEmpty()) {
                list.add(entry);
            }
        }
        return list;
    }

    boolean names(OutboundTarget target) {
        return hosts.contains(target.host()) || hosts.contains(target.host() + ":" + target.port());
    }

    boolean contains(IPAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private void add(String entry) {
        try {
            var withPort = WITH_PORT.matcher(entry);
            if (withPort.matches()) {
                addTarget(OutboundTarget.of(withPort.group(1), Integer.parseInt(withPort.group(2))));
            } else if (ADDRESS_OR_NETWORK.matcher(entry).matches()) {
                networks.add(IpText.network(entry));
            } else {
                hosts.add(OutboundTarget.of(entry, 1).host());
            }
        } catch (SmartChatException e) {
            throw new IllegalStateException(
                    VARIABLE + " holds \"" + entry + "\", which is neither a host nor a network such as 10.1.0.0/16.",
                    e);
        }
    }

    private void addServer(String variable, String url) {
        try {
            addTarget(OutboundTarget.of(URI.create(url)));
        } catch (SmartChatException | IllegalArgumentException e) {
            throw new IllegalStateException(variable + " is not a web address: " + e.getMessage(), e);
        }
    }

    private void addTarget(OutboundTarget target) {
        hosts.add(target.host() + ":" + target.port());
    }
}
