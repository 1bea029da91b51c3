package dev.teiten.review;

import dev.teiten.load.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Identifies the classes and tables of this build by their checksums. Another build may compute
 * otherwise, and a number that people raise with each change of the method would be forgotten.
 */
final class BuildIdentity {
  private static final String OF_BUILD = compute();

  private BuildIdentity() {}

  /** Equal for equal builds, on every machine. */
  static String get() {
    return OF_BUILD;
  }

  private static String compute() {
    try {
      Path code = location();
      return Files.isDirectory(code) ? ofFolder(code) : ofJar(code);
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The program cannot read its own files", e);
    }
  }

  private static Path location() throws URISyntaxException {
    CodeSource source = BuildIdentity.class.getProtectionDomain().getCodeSource();
    return Path.of(Optional.ofNullable(source).orElseThrow().getLocation().toURI());
  }

  /** The checksums are in the directory of the jar, so that no entry is read. */
  private static String ofJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        Stream<? extends ZipEntry> entries = zip.stream()) {
      return ContentHash.of(entries.map(entry -> line(entry.getName(), entry.getCrc())).sorted());
    }
  }

  private static String ofFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return ContentHash.of(
          files
              .filter(Files::isRegularFile)
              .map(file -> line(folder.relativize(file).toString(), checksum(file)))
              .sorted());
    }
  }

  private static long checksum(Path file) {
    try {
      CRC32 sum = new CRC32();
      sum.update(Files.readAllBytes(file));
      return sum.getValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(String name, long checksum) {
    return name + " " + HexFormat.of().toHexDigits(checksum);
  }
}
