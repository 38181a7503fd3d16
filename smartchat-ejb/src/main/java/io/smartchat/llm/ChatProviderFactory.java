package io.smartchat.llm;

import java.util.List;
import java.util.Set;

/** Makes the providers of some kinds, each with its own way to reach a model. Found by CDI. */
public interface ChatProviderFactory {

    Set<LlmProvider> makes();

    /** A provider for complete settings; it may be kept and asked by many threads. */
    ChatProvider provider(ModelSettings settings);

    /**
     * The models the server of these settings offers.
     *
     * @throws io.smartchat.platform.SmartChatException UPSTREAM_FAILED with the reason, OUTBOUND_REFUSED
     */
    List<String> models(ModelSettings settings);
}
