package dev.teiten.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.InventoryChange;
import dev.teiten.archive.read.LoadSelection;
import dev.teiten.fixtures.endpoint.wire.ExampleCredentials;
import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.LiteralMask;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.normalize.key.TruncationResolver;
import dev.teiten.normalize.scan.Dialect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Load flows one way, and each room shows its neighbours only what they need. */
class RoomsTest {
  private static final String FIXTURES = Product.room("fixtures..");

  @Test
  void everyPackageHasItsPlaceInTheFlow() {
    Stream<String> places = Stream.concat(Product.FLOW.stream(), Stream.of(FIXTURES));
    classes().should().resideInAnyPackage(places.toArray(String[]::new)).check(Product.CLASSES);
    assertThat(Product.CLASSES).hasSizeGreaterThan(500);
  }

  static List<String> rooms() {
    return Product.FLOW.subList(0, Product.FLOW.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyTheRoomsBeforeIt(String room) {
    List<String> after = Product.FLOW.subList(Product.FLOW.indexOf(room) + 1, Product.FLOW.size());
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(after.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(Product.CLASSES);
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching("dev.teiten.(**)").should().beFreeOfCycles().check(Product.CLASSES);
  }

  @Test
  void theSimulatedFleetKnowsNothingOfTeiten() {
    noClasses()
        .that()
        .resideInAPackage(FIXTURES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Product.FLOW.toArray(String[]::new))
        .check(Product.CLASSES);
  }

  @Test
  void onlyTheDemoKnowsTheSimulatedFleet() {
    noClasses()
        .that()
        .resideOutsideOfPackage(FIXTURES)
        .and()
        .haveNameNotMatching("dev\\.teiten\\.web\\.DemoEnvironment(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(FIXTURES)
        .check(Product.CLASSES);
  }

  @Test
  void onlyCommandsChooseAdapters() {
    for (String adapter :
        List.of(
            "source.aws..",
            "source.host..",
            "source.mysql..",
            "source.slowlog..",
            "archive.duckdb..",
            "review.store.jdbc..")) {
      noClasses()
          .that()
          .resideOutsideOfPackages(Product.room(adapter), Product.room("cli"), Product.room("web"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Product.room(adapter))
          .check(Product.CLASSES);
    }
  }

  @Test
  void statementsAreReadInNormalizeOnly() {
    inside(
        List.of("normalize.scan..", "normalize.key..", "normalize.shape.."),
        List.of("normalize.."),
        Dialect.class,
        Fingerprint.class,
        Fingerprinter.class,
        LiteralMask.class,
        ShardFolding.class,
        TruncationResolver.class);
  }

  @Test
  void filesOfTheArchiveAreReadInTheArchiveAndWrittenByCollect() {
    inside(
        List.of("archive.files..", "archive.read.."),
        List.of("archive..", "collect.."),
        ArchiveEngine.class,
        ArchiveException.class,
        InventoryChange.class,
        LoadSelection.class);
  }

  @Test
  void servicesOfTheEndpointsAreUsedInTheEndpointsOnly() {
    inside(
        Stream.of("pi", "rds", "pricing", "scaling", "sts", "wire")
            .map(service -> "fixtures.endpoint." + service + "..")
            .toList(),
        List.of("fixtures.endpoint.."),
        ExampleCredentials.class);
  }

  /** No class outside the users names a class of the rooms, except for the open classes. */
  private static void inside(List<String> rooms, List<String> users, Class<?>... open) {
    String names =
        String.join("|", Stream.of(open).map(type -> type.getName() + "(\\$.*)?").toList());
    noClasses()
        .that()
        .resideOutsideOfPackages(users.stream().map(Product::room).toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(rooms.stream().map(Product::room).toArray(String[]::new))
                .and(not(nameMatching(names))))
        .check(Product.CLASSES);
  }
}
