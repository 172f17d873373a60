package pro.reelsai.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "pro.reelsai.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule platformKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("..gateway.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..gateway.project..",
                    "..gateway.product..",
                    "..gateway.script..",
                    "..gateway.actor..",
                    "..gateway.layout..",
                    "..gateway.asset..",
                    "..gateway.media..",
                    "..gateway.user..",
                    "..gateway.credit..",
                    "..gateway.run..",
                    "..gateway.outbox..",
                    "..gateway.webhook..",
                    "..gateway.notification..",
                    "..gateway.admin..",
                    "..gateway.idempotency..",
                    "..gateway.progress..")
            .because("every feature stands on it");

    @ArchTest
    static final ArchRule outboxKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("..gateway.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..gateway.project..",
                    "..gateway.run..",
                    "..gateway.credit..",
                    "..gateway.progress..",
                    "..gateway.webhook..",
                    "..gateway.notification..")
            .because("it carries any event, whoever adds it");

    @ArchTest
    static final ArchRule nothingDependsOnResources = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are resources",
                    type -> type.getSimpleName().endsWith("Resource")
                            && type.getPackageName().startsWith("pro.reelsai.gateway")
                            && type.isTopLevelClass()))
            .because("a resource turns HTTP into calls and nothing else");

    @ArchTest
    static final ArchRule resourcesAskServices = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.hibernate..", "org.hibernate..", "io.vertx.sqlclient..")
            .because("what is in a transaction is decided by a service");

    @ArchTest
    static final ArchRule onlyProgressAndOutboxSpeakKafka = noClasses()
            .that()
            .resideOutsideOfPackages("..gateway.outbox..", "..gateway.progress..", "..gateway.admin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..")
            .because("events leave through the outbox and come back through the projection");

    @ArchTest
    static final ArchRule nothingRendersMedia = classes()
            .that()
            .resideOutsideOfPackage("..gateway.media..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("pro.reelsai.runtime.media..")
            .because("the gateway makes no ads; it only looks at what is uploaded, and makes a logo of it");
}
