package docimo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Holds the map of src/docs/architecture.md: who may know whom, and who alone knows a technology.
 */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("docimo");

  private static final List<String> CORE =
      List.of(
          "text", "embedding", "question", "similarity", "grading", "screening", "batch", "access");

  /** Each package and the packages of ours that it may import. */
  private static final Map<String, List<String>> MAY_IMPORT = mayImport();

  /** Each technology and the only packages that may import it. */
  private static final Map<String, List<String>> SOLE_IMPORTERS =
      Map.ofEntries(
          Map.entry("opennlp..", List.of("text")),
          Map.entry("ai.onnxruntime..", List.of("embedding")),
          Map.entry("org.apache.commons.text..", List.of("similarity")),
          Map.entry("de.bwaldvogel.liblinear..", List.of("evaluation")),
          Map.entry("org.commonmark..", List.of("exchange")),
          Map.entry("de.siegmar.fastcsv..", List.of("exchange")),
          Map.entry("com.fasterxml.jackson..", List.of("api", "exchange", "embedding")),
          Map.entry("io.github.bucket4j..", List.of("api")),
          Map.entry("java.sql..", List.of("store")),
          Map.entry("org.jdbi..", List.of("store")),
          Map.entry("org.flywaydb..", List.of("store")),
          Map.entry("com.zaxxer..", List.of("store")),
          Map.entry("com.github.kagkarlsson..", List.of("store")),
          Map.entry("org.yaml..", List.of("api")),
          Map.entry("io.javalin..", List.of("api")),
          Map.entry("org.eclipse.jetty..", List.of("api")),
          Map.entry("io.micrometer..", List.of("metrics")),
          Map.entry("io.prometheus..", List.of("metrics")),
          Map.entry("ch.qos.logback..", List.of("logging")),
          Map.entry("picocli..", List.of("cli")),
          Map.entry("me.tongfei..", List.of("cli")));

  private static Map<String, List<String>> mayImport() {
    Map<String, List<String>> table = new TreeMap<>();
    List<String> core = new ArrayList<>(CORE);
    core.add("evaluation");
    table.put("access", List.of());
    table.put("text", List.of());
    table.put("embedding", List.of());
    table.put("question", List.of());
    table.put("similarity", List.of("text", "embedding"));
    table.put("grading", List.of("question", "text", "embedding", "similarity"));
    table.put("screening", List.of("question", "grading"));
    table.put("batch", List.of("question", "grading"));
    table.put("evaluation", List.of("question", "grading", "text", "similarity"));
    table.put("exchange", core);
    table.put("store", core);
    table.put("metrics", List.of("question", "grading"));
    table.put("logging", List.of("batch", "exchange"));
    table.put("api", plus(core, "exchange", "metrics"));
    table.put("app", plus(core, "exchange", "store", "metrics", "api"));
    table.put("cli", plus(core, "exchange", "logging", "app"));
    return table;
  }

  private static List<String> plus(List<String> packages, String... more) {
    return Stream.concat(packages.stream(), Stream.of(more)).toList();
  }

  @Test
  void everyPackageIsOnTheMap() {
    assertThat(PRODUCT.stream().map(JavaClass::getPackageName).distinct())
        .allSatisfy(
            name ->
                assertThat(name.equals("docimo") || MAY_IMPORT.containsKey(simpleName(name)))
                    .as(name)
                    .isTrue());
  }

  @Test
  void packagesImportOnlyWhatTheMapAllows() {
    MAY_IMPORT.forEach(
        (from, allowed) -> {
          String[] forbidden =
              MAY_IMPORT.keySet().stream()
                  .filter(to -> !to.equals(from) && !allowed.contains(to))
                  .map(to -> "docimo." + to + "..")
                  .toArray(String[]::new);
          noClasses()
              .that(resideInAPackage("docimo." + from + ".."))
              .should()
              .dependOnClassesThat(resideInAnyPackage(forbidden))
              .allowEmptyShould(true)
              .check(PRODUCT);
        });
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("docimo.(*)..").should().beFreeOfCycles().check(PRODUCT);
    slices().matching("docimo.(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void technologiesStayWhereTheyBelong() {
    SOLE_IMPORTERS.forEach(
        (technology, importers) ->
            noClasses()
                .that(
                    resideInAPackage("docimo..")
                        .and(
                            resideInAnyPackage(
                                    importers.stream()
                                        .map(name -> "docimo." + name + "..")
                                        .toArray(String[]::new))
                                .negate()))
                .should()
                .dependOnClassesThat(resideInAPackage(technology))
                .as(technology + " is for " + importers + " only")
                .check(PRODUCT));
  }

  @Test
  void vendorTypesStayOutOfPublicSignatures() {
    methods()
        .that()
        .areDeclaredInClassesThat(resideInAnyPackage("docimo.text..", "docimo.embedding.."))
        .and()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should(showNothingOf("opennlp", "ai.onnxruntime"))
        .check(PRODUCT);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(PRODUCT.stream().map(JavaClass::getPackage).distinct())
        .allSatisfy(
            (JavaPackage javaPackage) ->
                assertThat(javaPackage.isAnnotatedWith(NullMarked.class))
                    .as(javaPackage.getName())
                    .isTrue());
  }

  @Test
  void onlyTheCommandLineTouchesTheStandardStreams() {
    noClasses()
        .that(resideInAPackage("docimo.cli..").negate())
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(PRODUCT);
  }

  @Test
  void nobodyUsesJavaUtilLogging() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("java.util.logging.."))
        .check(PRODUCT);
  }

  @Test
  void theCoreHasNoMutableStaticState() {
    fields()
        .that()
        .areDeclaredInClassesThat(resideInAnyPackage(corePackages()))
        .and()
        .areStatic()
        .should()
        .beFinal()
        .check(PRODUCT);
  }

  @Test
  void theCoreAsksNoClockButTheOneItIsGiven() {
    noClasses()
        .that(resideInAnyPackage(corePackages()))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(PRODUCT);
  }

  @Test
  void noClassThrowsExceptionsThatSayNothing() {
    noClasses()
        .should()
        .callConstructor(RuntimeException.class, String.class)
        .orShould()
        .callConstructor(Exception.class, String.class)
        .orShould()
        .callConstructor(RuntimeException.class, Throwable.class)
        .check(
            PRODUCT.that(
                DescribedPredicate.describe(
                    "no exceptions themselves", c -> !c.isAssignableTo(Throwable.class))));
  }

  private static String[] corePackages() {
    return CORE.stream().map(name -> "docimo." + name + "..").toArray(String[]::new);
  }

  /** The package below the root: "exchange" of docimo.exchange.page. */
  private static String simpleName(String packageName) {
    return packageName.split("\\.")[1];
  }

  private static ArchCondition<JavaMethod> showNothingOf(String... vendors) {
    return new ArchCondition<>("show nothing of " + List.of(vendors)) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
            .filter(type -> Stream.of(vendors).anyMatch(v -> type.getName().startsWith(v + ".")))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows " + type.getName())));
      }
    };
  }
}
