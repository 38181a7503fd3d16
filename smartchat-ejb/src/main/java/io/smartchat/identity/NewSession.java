package io.smartchat.identity;

/** A session just opened, with the token that proves it. */
public record NewSession(String token, SignedIn session) {}
