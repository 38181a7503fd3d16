package io.smartchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this server keeps its files ({@code SMARTCHAT_DATA_DIR}). */
@ApplicationScoped
public class DataDirectory {

    private final Path root;

    protected DataDirectory() {
        this("");
    }

    @Inject
    public DataDirectory(@ConfigProperty(name = "SMARTCHAT_DATA_DIR", defaultValue = "./data") String root) {
        this.root = Path.of(root).toAbsolutePath().normalize();
    }

    /** The folder {@code name} below the data directory, made if it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("SMARTCHAT_DATA_DIR can't be written: " + root, e);
        }
    }

    public Path root() {
        return folder("");
    }
}
