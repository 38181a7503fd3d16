package io.smartchat.knowledge;

import io.smartchat.platform.InstantConverter;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** The persistence unit as a container would describe it, without a container and with this package's entity only. */
final class SourceUnit {

    private SourceUnit() {}

    static EntityManagerFactory on(DataSource dataSource) {
        // EclipseLink keeps one session for each name.
        String name = "sources-" + UUID.randomUUID();
        PersistenceUnitInfo unit = (PersistenceUnitInfo) Proxy.newProxyInstance(
                SourceUnit.class.getClassLoader(),
                new Class<?>[] {PersistenceUnitInfo.class},
                (self, method, args) -> describe(method.getName(), name, dataSource));
        return new PersistenceProvider()
                .createContainerEntityManagerFactory(
                        unit,
                        Map.of(
                                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                                "eclipselink.weaving", "false",
                                "eclipselink.logging.level", "SEVERE"));
    }

    private static Object describe(String property, String name, DataSource dataSource) {
        return switch (property) {
            case "getPersistenceUnitName" -> name;
            case "getPersistenceUnitRootUrl" ->
                SourceUnit.class.getProtectionDomain().getCodeSource().getLocation();
            case "getManagedClassNames" ->
                List.of(
                        InstantConverter.class.getName(),
                        Source.class.getName(),
                        SourceStatus.Column.class.getName(),
                        SourceType.Column.class.getName());
            case "getMappingFileNames", "getJarFileUrls", "getQualifierAnnotationNames" -> List.of();
            case "getNonJtaDataSource" -> dataSource;
            case "getClassLoader", "getNewTempClassLoader" -> SourceUnit.class.getClassLoader();
            case "getProperties" -> new Properties();
            case "getSharedCacheMode" -> SharedCacheMode.NONE;
            case "getValidationMode" -> ValidationMode.NONE;
            case "getPersistenceXMLSchemaVersion" -> "3.2";
            case "excludeUnlistedClasses" -> true;
            case "hashCode" -> 1;
            default -> null;
        };
    }
}
