package io.leadpulse.cli.simulate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the simulator makes up must not come from what is to be tried on it. */
@AnalyzeClasses(packages = "io.leadpulse.cli", importOptions = DoNotIncludeTests.class)
class SimulatorWallsTest {
  @ArchTest
  static final ArchRule knowsNothingOfTheScoring =
      noClasses()
          .that()
          .resideInAnyPackage("io.leadpulse.cli.simulate", "io.leadpulse.cli.truth")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.leadpulse.engine..", "io.leadpulse.jobs..");

  @ArchTest
  static final ArchRule theJudgeKnowsNeitherRulesNorSimulator =
      noClasses()
          .that()
          .resideInAPackage("io.leadpulse.cli.judge")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.leadpulse.engine..", "io.leadpulse.cli.simulate");

  @ArchTest
  static final ArchRule noneOfThemDependInACircle =
      slices().matching("io.leadpulse.cli.(simulate|judge|truth)").should().beFreeOfCycles();
}
