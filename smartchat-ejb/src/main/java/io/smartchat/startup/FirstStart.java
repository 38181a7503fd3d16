package io.smartchat.startup;

import io.smartchat.chat.InterruptedAnswers;
import io.smartchat.identity.AdminService;
import io.smartchat.identity.SetupToken;
import io.smartchat.llm.LlmFirstStart;
import io.smartchat.platform.Secrets;
import io.smartchat.rag.PassageIndexing;
import io.smartchat.tenant.NewTenant;
import io.smartchat.tenant.TenantService;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the first tenant and lets the first administrator in, then says where everything is. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {

    private static final String FIRST_TENANT = "My website";

    @Inject
    private TenantService tenants;

    @Inject
    private AdminService admins;

    @Inject
    private SetupToken setupToken;

    @Inject
    private LlmFirstStart models;

    @Inject
    private InterruptedAnswers interruptedAnswers;

    @Inject
    private Secrets secrets;

    @Inject
    private PassageIndexing passageIndexing;

    @Inject
    private Welcome welcome;

    @Inject
    @ConfigProperty(name = "DATABASE_URL")
    private String databaseUrl;

    @Inject
    @ConfigProperty(name = "DEFAULT_API_KEY")
    private Optional<String> defaultApiKey;

    @Inject
    @ConfigProperty(name = "SMARTCHAT_ADMIN_EMAIL")
    private Optional<String> adminEmail;

    @Inject
    @ConfigProperty(name = "SMARTCHAT_ADMIN_PASSWORD")
    private Optional<String> adminPassword;

    @PostConstruct
    void start() {
        secrets.check();
        passageIndexing.start();
        interruptedAnswers.mark(databaseUrl.startsWith("jdbc:h2:"));
        Optional<NewTenant> fresh = firstTenant();
        Optional<String> token = firstAdministrator();
        welcome.sayWhenReady(fresh, token);
    }

    private Optional<NewTenant> firstTenant() {
        Optional<String> key = defaultApiKey.filter(value -> !value.isBlank());
        Optional<NewTenant> fresh = tenants.createFirst(FIRST_TENANT, key.orElse(null));
        fresh.ifPresent(tenant -> models.configure(tenant.id()));
        if (fresh.isEmpty()) {
            key.ifPresent(value -> tenants.oldest().ifPresent(tenant -> tenants.ensureKey(tenant, value)));
        }
        return fresh;
    }

    private Optional<String> firstAdministrator() {
        if (admins.hasAdministrator()) {
            return Optional.empty();
        }
        Optional<String> email = adminEmail.filter(value -> !value.isBlank());
        Optional<String> password = adminPassword.filter(value -> !value.isBlank());
        if (email.isPresent() != password.isPresent()) {
            throw new IllegalStateException("Set both SMARTCHAT_ADMIN_EMAIL and SMARTCHAT_ADMIN_PASSWORD, or neither.");
        }
        if (email.isPresent()) {
            admins.setupFromEnvironment(email.get(), password.orElseThrow());
            return Optional.empty();
        }
        return Optional.of(setupToken.issue());
    }
}
