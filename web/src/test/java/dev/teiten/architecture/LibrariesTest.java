package dev.teiten.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types of a library stay in one place. */
class LibrariesTest {

  @ParameterizedTest
  @CsvSource({
    "software.amazon.., source.aws..",
    "net.sf.jsqlparser.., normalize.shape..",
    "org.duckdb.., archive.duckdb..",
    "com.zaxxer.., review.store.jdbc..",
    "org.flywaydb.., review.store.jdbc..",
    "org.jdbi.., review.store.jdbc..",
    "org.sqlite.., review.store.jdbc..",
    "com.mysql.., review.store.jdbc..",
    "org.apache.commons.math3.., cpu.. change.. rank.. size.. fixtures..",
    "picocli.., cli.. web",
    "io.javalin.., web..",
    "gg.jte.., web..",
    "org.eclipse.jetty.., web..",
    "io.prometheus.., web.metrics.."
  })
  void aLibraryStaysInItsRooms(String library, String rooms) {
    String[] homes = rooms.split(" ");
    for (int i = 0; i < homes.length; i++) {
      homes[i] = Product.room(homes[i]);
    }
    noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(Product.CLASSES);
  }

  @Test
  void theSharedWordsNeedTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage(Product.room("load.."))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify.annotations..", Product.room("load.."))
        .check(Product.CLASSES);
  }
}
