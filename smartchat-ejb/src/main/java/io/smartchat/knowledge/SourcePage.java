package io.smartchat.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a tenant's sources, newest first; {@code nextCursor} is null on the last one. */
public record SourcePage(List<SourceView> sources, @Nullable String nextCursor) {}
