package pro.reelsai.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "pro.reelsai.local", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule theDemoKnowsThePublicApiAlone = noClasses()
            .that()
            .resideInAPackage("pro.reelsai.local.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "pro.reelsai.local.stack..",
                    "pro.reelsai.local.storage..",
                    "pro.reelsai.local.kafka..",
                    "pro.reelsai.local.postgres..",
                    "pro.reelsai.model..")
            .because("it stands for a frontend, which has nothing but the REST contract");

    @ArchTest
    static final ArchRule thePartsDoNotKnowOfEachOther = noClasses()
            .that()
            .resideInAnyPackage(
                    "pro.reelsai.local.storage..",
                    "pro.reelsai.local.kafka..",
                    "pro.reelsai.local.postgres..",
                    "pro.reelsai.local.slack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("pro.reelsai.local.stack..", "pro.reelsai.local.cli..", "pro.reelsai.local.demo..")
            .because("the tests of the services start them one by one");

    @ArchTest
    static final ArchRule nothingHereIsAQuarkusApplication = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta.enterprise..")
            .because("the launcher has to start in a moment");
}
