package pro.reelsai.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "pro.reelsai.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule knowsNeitherStagesNorTheGateway = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("pro.reelsai.stage..", "pro.reelsai.gateway..", "pro.reelsai.local..")
            .because("both build on it, and a service must not carry the other's ballast");
}
