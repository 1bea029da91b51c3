package dev.teiten.archive.files;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of Parquet files that Teiten writes. Files of other names are left alone. */
public final class ParquetNames {
  /** The end of the name of a damaged file that was set aside. */
  public static final String DAMAGED = ".damaged";

  private static final String HEX = "[0-9a-f]";
  private static final Pattern DAY =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(\\.partial)?\\.parquet");
  private static final Pattern PART =
      Pattern.compile(HEX + "{8}(-" + HEX + "{4}){3}-" + HEX + "{12}\\.parquet");

  private ParquetNames() {}

  /** The day that a file is named for; null for a file of another name. */
  public static @Nullable LocalDate day(Path file) {
    Matcher name = DAY.matcher(file.getFileName().toString());
    try {
      return name.matches() ? LocalDate.parse(name.group(1)) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Whether a file is named as a part of a table, by a UUID. */
  public static boolean isPart(Path file) {
    return PART.matcher(file.getFileName().toString()).matches();
  }

  /** Whether a file would be taken for a day or a part, if it had such a name. */
  public static boolean isParquet(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".parquet") && !name.startsWith(".");
  }
}
