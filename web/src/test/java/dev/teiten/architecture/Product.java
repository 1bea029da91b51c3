package dev.teiten.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes of the three modules, without tests and without generated templates. */
final class Product {
  private static final String ROOT = "dev.teiten.";

  /** The rooms in the order in which load flows: a room may use the rooms before it. */
  static final List<String> FLOW =
      rooms(
          "load..",
          "source",
          "source.sample..",
          "source.host..",
          "source.aws..",
          "source.mysql..",
          "source.slowlog..",
          "archive.files..",
          "archive.read..",
          "archive",
          "archive.duckdb..",
          "collect..",
          "normalize.scan..",
          "normalize.key..",
          "normalize.hint..",
          "normalize.shape..",
          "normalize",
          "cpu..",
          "change.history..",
          "change",
          "change.beforeafter..",
          "rank..",
          "size.price..",
          "size.demand..",
          "size.predict..",
          "size.guard..",
          "size",
          "review.store",
          "review.store.jdbc..",
          "review.promise..",
          "review.ledger..",
          "review",
          "cli..",
          "web..");

  static final JavaClasses CLASSES = imported();

  private Product() {}

  static String room(String name) {
    return ROOT + name;
  }

  private static List<String> rooms(String... names) {
    return List.of(names).stream().map(Product::room).toList();
  }

  private static JavaClasses imported() {
    // The rules need only the names of a library's types.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("/dev/teiten/web/templates/"))
        .importPackages("dev.teiten");
  }
}
