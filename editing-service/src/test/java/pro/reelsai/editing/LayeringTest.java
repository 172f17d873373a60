package pro.reelsai.editing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "pro.reelsai.editing", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule knowsNoOtherService = classes()
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("pro.reelsai..")
                    .or(resideInAnyPackage(
                            "pro.reelsai.editing..",
                            "pro.reelsai.model..",
                            "pro.reelsai.rendering..",
                            "pro.reelsai.runtime..",
                            "pro.reelsai.stage..")))
            .because("stages meet in events and in the bucket only");

    @ArchTest
    static final ArchRule leavesTheRunningToTheRuntime = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "pro.reelsai.stage.internal..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile.reactive.messaging..",
                    "io.vertx..")
            .because("consuming, leasing, uploading and emitting happen in one place for all stages");
}
