package io.smartchat.llm;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * all-minilm-l6-v2 (quantized) inside this process: 384 dimensions, English. Loaded once, in the background, when the
 * application starts; a caller that is earlier waits.
 */
@ApplicationScoped
public class MiniLmEmbeddings implements Embeddings {

    private static final EmbeddingProfile PROFILE = new EmbeddingProfile(1, 384, 0, 0.4, false);
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    /** Stands for a text without one readable character, which the model refuses. */
    private static final String NOTHING = ".";

    private final CompletableFuture<EmbeddingModel> model = new CompletableFuture<>();

    @Resource
    private ManagedExecutorService background;

    void atStart(@Observes Startup startup) {
        loadWith(background);
    }

    void loadWith(Executor executor) {
        executor.execute(() -> {
            try {
                model.complete(load());
            } catch (IOException | OrtException | RuntimeException | LinkageError e) {
                model.completeExceptionally(
                        new IllegalStateException("The embedding model can't be loaded on this machine.", e));
            }
        });
    }

    /** Whether embedding is possible without a wait; false for good if the model can't be loaded. */
    public boolean loaded() {
        return model.isDone() && !model.isCompletedExceptionally();
    }

    @Override
    public EmbeddingProfile profile() {
        return PROFILE;
    }

    @Override
    public float[] embed(String text) {
        EmbeddingModel loaded = model.join();
        try {
            return loaded.embed(text).content().vector();
        } catch (IllegalArgumentException noReadableCharacter) {
            return loaded.embed(NOTHING).content().vector();
        }
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }

    private static EmbeddingModel load() throws IOException, OrtException {
        Class<?> jar = AllMiniLmL6V2QuantizedEmbeddingModel.class;
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (InputStream onnx = jar.getResourceAsStream(MODEL);
                InputStream tokenizer = jar.getResourceAsStream(TOKENIZER);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // half of the cores: ingestion must leave room for the chats
            options.setIntraOpNumThreads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
            OrtSession session = environment.createSession(onnx.readAllBytes(), options);
            return new InProcess(new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN));
        }
    }

    private static final class InProcess extends AbstractInProcessEmbeddingModel {

        private final OnnxBertBiEncoder encoder;

        InProcess(OnnxBertBiEncoder encoder) {
            super(Runnable::run);
            this.encoder = encoder;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        @Override
        protected Integer knownDimension() {
            return PROFILE.dimension();
        }
    }
}
