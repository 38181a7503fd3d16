package io.smartchat.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Who may know whom at the edge. */
@AnalyzeClasses(packages = "io.smartchat.web", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> GUARDED_PATHS = Set.of("admin", "widget", "auth", "chat");

    @ArchTest
    static final ArchRule roomsDoNotKnowEachOther = slices().matching("io.smartchat.web.(*)..")
            .namingSlices("web.$1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), inRoom("security"))
            .because("a feature's resources meet in the business code, and share only how a caller is known");

    @ArchTest
    static final ArchRule sharedRoomsKnowNoFeature = noClasses()
            .that()
            .resideInAnyPackage("io.smartchat.web.security", "io.smartchat.web.problem", "io.smartchat.web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.smartchat.web.chat..",
                    "io.smartchat.web.identity..",
                    "io.smartchat.web.knowledge..",
                    "io.smartchat.web.llm..",
                    "io.smartchat.web.tenant..",
                    "io.smartchat.web.usage..",
                    "io.smartchat.web.widget..",
                    "io.smartchat.web.health..",
                    "io.smartchat.web.page..")
            .because("every resource stands on them");

    @ArchTest
    static final ArchRule theEdgeReadsNoDatabase = noClasses()
            .that()
            .resideOutsideOfPackage("io.smartchat.web.health..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.transaction..", "java.sql..", "javax.sql..")
            .because("tenant isolation is kept in the services' queries; a probe asks for nobody's data");

    @ArchTest
    static final ArchRule theEdgeKnowsServicesOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.smartchat.startup..",
                    "io.smartchat.knowledge.ingest..",
                    "io.smartchat.rag.embedded..",
                    "io.smartchat.rag.pgvector..",
                    "io.smartchat.llm.builtin..",
                    "io.smartchat.llm.langchain..",
                    "dev.langchain4j..",
                    "org.apache.lucene..",
                    "org.apache.pdfbox..",
                    "jakarta.jms..")
            .because("how an answer, a passage or a document comes about is not the edge's business");

    @ArchTest
    static final ArchRule resourcesAreNamedSo = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .because("whoever looks for a path looks for a resource");

    @ArchTest
    static final ArchRule servletsAreNamedSo = classes()
            .that()
            .areAssignableTo(HttpServlet.class)
            .should()
            .haveSimpleNameEndingWith("Servlet")
            .because("whoever looks for a page looks for a servlet");

    @ArchTest
    static final ArchRule everyPathIsGuarded = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should(beUnderAGuardedPath())
            .because("the admin filter and CORS go by the first segment; a path under another would have no guard");

    @ArchTest
    static final ArchRule nobodyWritesToTheConsole = noClasses()
            .should(ACCESS_STANDARD_STREAMS)
            .because("what is printed past the log has no level and can't be switched off");

    @ArchTest
    static final ArchRule logsGoThroughTheSystemLogger = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
            .because("java.lang.System.Logger needs no library and the server routes it");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().should(beInANullMarkedPackage()).because("null is then a decision that is written down");

    private static DescribedPredicate<JavaClass> inRoom(String room) {
        return JavaClass.Predicates.resideInAPackage("io.smartchat.web." + room + "..");
    }

    private static ArchCondition<JavaClass> beUnderAGuardedPath() {
        return new ArchCondition<>("lie under one of " + GUARDED_PATHS) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaAnnotation<JavaClass> path = type.getAnnotationOfType(Path.class.getName());
                String written = String.valueOf(path.get("value").orElse("")).replaceFirst("^/", "");
                boolean guarded = GUARDED_PATHS.contains(written.split("/", 2)[0]);
                events.add(new SimpleConditionEvent(type, guarded, type.getName() + " has the path " + written));
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + (marked ? " is" : " is not") + " @NullMarked"));
            }
        };
    }
}
