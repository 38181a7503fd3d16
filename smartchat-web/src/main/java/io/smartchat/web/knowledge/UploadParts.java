package io.smartchat.web.knowledge;

import io.smartchat.knowledge.SourceService;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The files of a multipart body. */
final class UploadParts {

    private static final String FIELD = "file";

    private UploadParts() {}

    static List<EntityPart> files(List<EntityPart> parts) {
        List<EntityPart> files = parts.stream()
                .filter(part ->
                        part.getName().equals(FIELD) && part.getFileName().isPresent())
                .toList();
        if (files.isEmpty()) {
            throw SmartChatException.invalid(FIELD, "Send at least one file, in a form field named file.");
        }
        return files;
    }

    /** Takes each file by itself: one that can't be taken does not stop the others, unless it is the only one. */
    static Uploaded store(SourceService sources, TenantId tenant, List<EntityPart> files) {
        List<Uploaded.Accepted> accepted = new ArrayList<>();
        List<Uploaded.Rejected> rejected = new ArrayList<>();
        for (EntityPart file : files) {
            try (InputStream content = file.getContent()) {
                accepted.add(Uploaded.Accepted.from(sources.upload(tenant, name(file), content)));
            } catch (SmartChatException e) {
                if (files.size() == 1) {
                    throw e;
                }
                rejected.add(new Uploaded.Rejected(name(file), e.code().code(), e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Uploaded.of(accepted, rejected);
    }

    static String name(EntityPart file) {
        return file.getFileName().orElse("");
    }
}
