package io.smartchat.platform;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Decides which servers a tenant may make us talk to. Callers check right before they connect, never follow redirects, and
 * connect to one of the addresses returned where their client lets them choose.
 */
@ApplicationScoped
public class OutboundPolicy {

    /** Looks a name up. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final OutboundAllowList allowed;
    private final boolean loopbackAllowed;
    private final Resolver resolver;

    protected OutboundPolicy() {
        this(OutboundAllowList.parse(""), false, InetAddress::getAllByName);
    }

    @Inject
    public OutboundPolicy(Config config) {
        this(OutboundAllowList.of(config), embeddedStore(config), InetAddress::getAllByName);
    }

    public OutboundPolicy(OutboundAllowList allowed, boolean loopbackAllowed, Resolver resolver) {
        this.allowed = allowed;
        this.loopbackAllowed = loopbackAllowed;
        this.resolver = resolver;
    }

    /** Makes a wrong allow-list stop the start instead of the first request. */
    void atStart(@Observes Startup startup) {}

    /**
     * @return the addresses the host has now, all of them allowed
     * @throws SmartChatException OUTBOUND_REFUSED, saying why and what to do
     */
    public List<InetAddress> check(URI uri) {
        return check(OutboundTarget.of(uri));
    }

    /** The same for a server that is not named by a URL, such as a database. */
    public List<InetAddress> check(String host, int port) {
        return check(OutboundTarget.of(host, port));
    }

    /** For a setting that is being saved: a name nobody can look up today may pass, because it is checked again on use. */
    public void checkSetting(URI uri) {
        OutboundTarget target = OutboundTarget.of(uri);
        if (target.literal() != null || resolves(target.host())) {
            check(target);
        }
    }

    private List<InetAddress> check(OutboundTarget target) {
        IPAddress literal = target.literal();
        if (literal != null) {
            requireAllowed(target, literal);
            return List.of(literal.toInetAddress());
        }
        InetAddress[] addresses = resolve(target.host());
        if (!allowed.names(target)) {
            IPAddressGenerator generator = new IPAddressGenerator();
            for (InetAddress address : addresses) {
                requireAllowed(target, generator.from(address));
            }
        }
        return List.of(addresses);
    }

    private void requireAllowed(OutboundTarget target, IPAddress address) {
        boolean passes = PublicAddresses.contains(address)
                || allowed.names(target)
                || allowed.contains(address)
                || (loopbackAllowed && address.isLoopback());
        if (!passes) {
            throw new SmartChatException(
                    ErrorCode.OUTBOUND_REFUSED,
                    target.host() + " is an address inside a private network. The operator can allow it with"
                            + " SMARTCHAT_OUTBOUND_ALLOW.");
        }
    }

    private InetAddress[] resolve(String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new SmartChatException(
                    ErrorCode.OUTBOUND_REFUSED, "There is no server named " + host + ". Check the spelling.", e);
        }
    }

    private boolean resolves(String host) {
        try {
            return resolver.resolve(host).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Liberty gives every variable a default, so the embedded store's URL is as good as none. */
    private static boolean embeddedStore(Config config) {
        return config.getOptionalValue("DATABASE_URL", String.class)
                .map(url -> url.isBlank() || url.startsWith("jdbc:h2:"))
                .orElse(true);
    }
}
