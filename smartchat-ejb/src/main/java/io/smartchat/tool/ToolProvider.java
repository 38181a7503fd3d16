package io.smartchat.tool;

import io.smartchat.identity.Visitor;
import io.smartchat.tenant.TenantId;
import java.util.List;

/** A feature that has tools to offer. Found by CDI. */
public interface ToolProvider {

    /**
     * The tools that may be called in this visitor's chat.
     *
     * @param visitor only a verified one may be given data of a person
     */
    List<Tool> tools(TenantId tenant, Visitor visitor);
}
