package io.leadpulse.benchmarks;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadpulse.benchmarks", importOptions = DoNotIncludeTests.class)
class BenchmarksWallsTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.leadpulse.benchmarks.(*)..").should().beFreeOfCycles();
}
