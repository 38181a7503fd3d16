package io.smartchat.tenant;

import java.util.Set;

/** Fired in the transaction that ends or limits the keys with these hashes. */
record KeysChanged(Set<String> hashes) {}
