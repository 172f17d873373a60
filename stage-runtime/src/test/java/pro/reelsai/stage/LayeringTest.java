package pro.reelsai.stage;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "pro.reelsai.stage", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule knowsNoStageAndNoGateway = classes()
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("pro.reelsai..")
                    .or(resideInAnyPackage("pro.reelsai.stage..", "pro.reelsai.model..", "pro.reelsai.runtime..")))
            .because("it runs any stage, so it must not know one");
}
