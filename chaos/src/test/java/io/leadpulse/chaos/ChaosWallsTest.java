package io.leadpulse.chaos;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadpulse.chaos", importOptions = DoNotIncludeTests.class)
class ChaosWallsTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.leadpulse.chaos.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theClusterKnowsNothingOfWhatIsDoneToIt =
      noClasses()
          .that()
          .resideInAPackage("io.leadpulse.chaos.cluster..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.leadpulse.chaos..")
                  .and(not(resideInAPackage("io.leadpulse.chaos.cluster.."))));
}
