package io.smartchat.llm;

/** The real embedding model, loaded once for all tests of a run. */
public final class LoadedEmbeddings {

    private static final MiniLmEmbeddings EMBEDDINGS = new MiniLmEmbeddings();

    static {
        EMBEDDINGS.loadWith(Runnable::run);
    }

    private LoadedEmbeddings() {}

    public static MiniLmEmbeddings get() {
        return EMBEDDINGS;
    }
}
