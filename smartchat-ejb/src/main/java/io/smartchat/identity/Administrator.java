package io.smartchat.identity;

import java.util.UUID;

/** An admin account, without its secrets. */
public record Administrator(UUID id, String email, Role role) {}
