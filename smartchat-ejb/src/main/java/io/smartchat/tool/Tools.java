package io.smartchat.tool;

import io.smartchat.identity.Visitor;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** All tools there are. */
@ApplicationScoped
public class Tools {

    private static final System.Logger LOG = System.getLogger(Tools.class.getName());

    private final List<ToolProvider> providers;

    protected Tools() {
        this(List.of());
    }

    @Inject
    public Tools(Instance<ToolProvider> providers) {
        this(StreamSupport.stream(providers.spliterator(), false).toList());
    }

    public Tools(List<ToolProvider> providers) {
        this.providers = providers;
    }

    /** What may be called in this visitor's chat. A feature that can't say what it offers offers nothing. */
    public Toolbox forVisitor(TenantId tenant, Visitor visitor) {
        List<Tool> offered = new ArrayList<>();
        for (ToolProvider provider : providers) {
            try {
                offered.addAll(provider.tools(tenant, visitor));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Tools are missing from a chat: their feature failed", e);
            }
        }
        return new Toolbox(offered);
    }
}
