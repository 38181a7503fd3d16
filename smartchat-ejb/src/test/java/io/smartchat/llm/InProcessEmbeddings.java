package io.smartchat.llm;

/** The embedding model without a container. */
public final class InProcessEmbeddings {

    private InProcessEmbeddings() {}

    public static Embeddings load() {
        MiniLmEmbeddings embeddings = new MiniLmEmbeddings();
        embeddings.loadWith(Runnable::run);
        return embeddings;
    }
}
