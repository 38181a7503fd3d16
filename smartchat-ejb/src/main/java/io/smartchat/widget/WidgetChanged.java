package io.smartchat.widget;

import io.smartchat.tenant.TenantId;

/** Fired in the transaction that changes a tenant's widget settings. */
record WidgetChanged(TenantId tenant) {}
