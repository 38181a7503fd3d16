package io.smartchat;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;

/** Who may know whom in the business code. */
@AnalyzeClasses(packages = "io.smartchat", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule platformKnowsNoFeature =
            knowsOnly("platform").because("it is what every feature stands on, so it can't stand on any of them");

    @ArchTest
    static final ArchRule tenantKnowsOnlyPlatform =
            knowsOnly("tenant").because("every other feature is kept per tenant and would close a circle");

    @ArchTest
    static final ArchRule identityKnowsOnlyTenants =
            knowsOnly("identity", "tenant").because("who somebody is must not depend on what they then do");

    @ArchTest
    static final ArchRule llmKnowsOnlyTenants =
            knowsOnly("llm", "tenant").because("a provider answers what it is given and fetches nothing by itself");

    @ArchTest
    static final ArchRule widgetKnowsOnlyTenants =
            knowsOnly("widget", "tenant").because("settings and the allow-list are read before anything else is");

    @ArchTest
    static final ArchRule usageKnowsOnlyTenants =
            knowsOnly("usage", "tenant").because("what is counted and refused must not depend on what it is used for");

    @ArchTest
    static final ArchRule knowledgeKnowsModelsButNoIndex = knowsOnly("knowledge", "llm", "tenant")
            .because("ingestion embeds, then tells the index by an event, so that either store can listen");

    @ArchTest
    static final ArchRule ragKnowsKnowledge =
            knowsOnly("rag", "knowledge", "llm", "tenant").because("it finds passages and knows nothing of chats");

    @ArchTest
    static final ArchRule chatJoinsTheFeatures = knowsOnly("chat", "rag", "llm", "tool", "usage", "identity", "tenant")
            .because("a turn is made of passages, a model and tools; documents reach it only as passages");

    @ArchTest
    static final ArchRule noFeatureKnowsStartup = noClasses()
            .that()
            .resideOutsideOfPackage("io.smartchat.startup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.smartchat.startup..")
            .because("it runs once and sees everything; whoever called it would see everything too");

    @ArchTest
    static final ArchRule featuresHaveNoCircles = slices().matching("io.smartchat.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a circle of features can only be understood, tested and changed as one");

    @ArchTest
    static final ArchRule nobodyKnowsHttp = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "jakarta.websocket..")
            .because("the edge lies in the web module; a turn must run the same without a socket");

    @ArchTest
    static final ArchRule onlyIngestionKnowsMessagingAndPdf = onlyIn(
                    "knowledge.ingest", "jakarta.jms..", "org.apache.pdfbox..", "org.apache.fontbox..")
            .because("a queue or a parser that changes, or a hostile file, is dealt with in one room");

    @ArchTest
    static final ArchRule ingestionIsReachedThroughJobsOnly = classes()
            .that()
            .resideInAPackage("io.smartchat.knowledge.ingest..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("io.smartchat.knowledge.ingest..")
            .because("work enters by a job row, which survives a crash; a direct call would not");

    @ArchTest
    static final ArchRule onlyLlmKnowsProviders = noClasses()
            .that()
            .resideOutsideOfPackage("io.smartchat.llm..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "dev.langchain4j.model..", "dev.langchain4j.http..", "dev.langchain4j.exception..")
                    .and(not(resideInAPackage("dev.langchain4j.model.chat.request.json.."))))
            .because("a new provider, or another library for them, must touch one feature");

    @ArchTest
    static final ArchRule onlyToolsHaveSchemas = noClasses()
            .that()
            .resideOutsideOfPackages("io.smartchat.llm..", "io.smartchat.tool..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j.model.chat.request.json..")
            .because("a tool says what arguments it takes; a chat only passes that on");

    @ArchTest
    static final ArchRule toolKnowsOnlyWhoAsks =
            knowsOnly("tool", "identity", "tenant").because("features offer tools by the port; it must not know them");

    @ArchTest
    static final ArchRule othersSpeakInMessagesOnly = noClasses()
            .that()
            .resideOutsideOfPackages("io.smartchat.llm..", "io.smartchat.tool..", "io.smartchat.chat..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..")
            .because(
                    "messages and tool specifications are all of LangChain4j that leaves llm, and chat writes the prompt");

    @ArchTest
    static final ArchRule providersAreFoundByTheContainer = classes()
            .that()
            .resideInAnyPackage("io.smartchat.llm.builtin..", "io.smartchat.llm.langchain..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.smartchat.llm.builtin..", "io.smartchat.llm.langchain..")
            .because("callers ask ChatProviders; which one answers is the tenant's setting");

    @ArchTest
    static final ArchRule onlyTheEmbeddedIndexSearchesWithLucene = noClasses()
            .that()
            .resideOutsideOfPackage("io.smartchat.rag..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.lucene.index..", "org.apache.lucene.search..", "org.apache.lucene.store..")
            .because("the index is derived from the database, and only its adapter keeps the two in step");

    @ArchTest
    static final ArchRule embeddedIndexIsReachedThroughThePort = reachedThroughThePort("embedded");

    @ArchTest
    static final ArchRule pgvectorIndexIsReachedThroughThePort = reachedThroughThePort("pgvector");

    @ArchTest
    static final ArchRule entitiesStayInTheirRoom = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .because("services hand out records, so that no secret leaves by serialisation");

    @ArchTest
    static final ArchRule entitiesKeepTheirFields = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .areNotStatic()
            .should()
            .bePrivate()
            .because("with weaving, a change made from outside the entity can be lost without a word");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.smartchat.platform.Clocks")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("a test must be able to move time");

    @ArchTest
    static final ArchRule onlyTheWelcomeWritesToTheConsole = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.smartchat.startup.Welcome")
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

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|D[Tt][Oo])")
            .because("such endings stand where a term of the field should");

    /** The feature may know itself, platform and the features named; whatever is not ours is another rule's matter. */
    private static ClassesShouldConjunction knowsOnly(String feature, String... others) {
        String[] allowed = Arrays.stream(others)
                .map(other -> "io.smartchat." + other + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.smartchat." + feature + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("io.smartchat.."))
                        .or(resideInAnyPackage("io.smartchat.platform..", "io.smartchat." + feature + ".."))
                        .or(resideInAnyPackage(allowed)));
    }

    private static ClassesShouldConjunction onlyIn(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.smartchat." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static ArchRule reachedThroughThePort(String adapter) {
        return classes()
                .that()
                .resideInAPackage("io.smartchat.rag." + adapter + "..")
                .should()
                .onlyHaveDependentClassesThat(
                        resideInAPackage("io.smartchat.rag." + adapter + "..").or(simpleName("PassageIndexChoice")))
                .because("both stores must stay exchangeable, so only the choice between them names one");
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
